import type { Text2 } from '@lianban/contracts';
import { eventually } from '../public-api/eventually.js';
import { sendEvent } from '../public-api/send-event.js';
import type { Site } from '../public-api/site.js';
import type { Actor, City } from './city.js';
import { type LocalMinute, localMinute } from './local-time.js';
import type { PlayedStep } from './played-step.js';
import type { Until } from './timetable.js';

export const engine: Text2 = { zh: '流程引擎', en: 'Workflow engine' };

/** What one story acts with. */
export class Stage {
  constructor(
    readonly city: City,
    private readonly code: string,
    readonly until: Until,
    private readonly played: (step: PlayedStep) => void,
  ) {}

  get site(): Site {
    return this.city.site;
  }

  actor(username: string): Promise<Actor> {
    return this.city.actor(username);
  }

  sendEvent(source: string, type: string, subject: string, data: Record<string, unknown>): Promise<void> {
    return sendEvent(this.site, source, type, subject, data);
  }

  eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    return eventually(`${this.code}: ${what}`, this.site.patience, look);
  }

  /** Tells the audience of something that happened, now unless told otherwise. */
  async tell(who: Text2, what: Text2, more: { due?: LocalMinute; at?: LocalMinute } = {}): Promise<void> {
    const { due, at = localMinute(await this.city.now()) } = more;
    this.played({ story: this.code, at, who, what, ...(due === undefined ? {} : { due }) });
  }
}
