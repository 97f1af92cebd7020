import type { BusinessTimeMove, SessionView, Text2 } from '@lianban/contracts';
import { Caller } from '../public-api/caller.js';
import { Difference } from '../public-api/difference.js';
import { eventually } from '../public-api/eventually.js';
import type { Site } from '../public-api/site.js';
import { EventTrail } from './event-trail.js';
import { instantOf, type LocalMinute } from './local-time.js';

/** The one word that opens every account of a demo. */
const PASSWORD = 'zhoushan';

/** Somebody signed in, with the name that screens show. */
export interface Actor {
  readonly caller: Caller;
  readonly name: Text2;
}

/** The city on which all stories play: who is signed in, what time it is, what was put out. */
export class City {
  private readonly signedIn = new Map<string, Promise<Actor>>();
  readonly events: EventTrail;

  constructor(
    readonly site: Site,
    /** Called before each act, for whoever wants to disturb it. */
    readonly beforeStep: (what: string) => Promise<void> | void,
  ) {
    this.events = new EventTrail(() => this.actor('admin'));
  }

  /** Signed in once and kept. */
  actor(username: string): Promise<Actor> {
    const known =
      this.signedIn.get(username) ??
      Caller.signIn(this.site, username, PASSWORD).then(async (caller) => {
        const { user } = await caller.get<SessionView>('/api/session');
        return { caller, name: user.name };
      });
    this.signedIn.set(username, known);
    return known;
  }

  async moveTo(at: LocalMinute): Promise<void> {
    await this.beforeStep(`time moves to ${at}`);
    const { caller } = await this.actor('admin');
    // A slow step may have gone on past the minute: business time runs while the offices act.
    if ((await this.now()) >= instantOf(at)) return;
    let last: BusinessTimeMove | undefined;
    await eventually(`business time comes to ${at}`, this.site.patience, async () => {
      last = await caller.post<BusinessTimeMove>('/api/demo/business-time', { to: instantOf(at) });
      return last.state === 'arrived' ? true : undefined;
    }).catch((failure: unknown) => {
      if (!(failure instanceof Difference) || last === undefined) throw failure;
      throw new Difference(`${failure.message}; unfinished: ${JSON.stringify(last.unfinished)}`);
    });
  }

  async now(): Promise<string> {
    const { caller } = await this.actor('admin');
    return (await caller.get<SessionView>('/api/session')).businessNow;
  }
}
