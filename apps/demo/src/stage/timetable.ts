import type { LocalMinute } from './local-time.js';

/** Waits until business time has come to a minute of the wall clock. */
export type Until = (at: LocalMinute) => Promise<void>;

interface Waiting {
  readonly at: LocalMinute;
  readonly goOn: () => void;
}

/**
 * Plays several stories on the one business time of a database: each goes on until it waits for a later minute; then
 * time is moved to the earliest of these. Only one story acts at a time, so a story may be read from top to bottom.
 */
export class Timetable {
  private readonly waiting: Waiting[] = [];
  private settle: { readonly turnOver: () => void; readonly failed: (reason: unknown) => void } | undefined;

  constructor(private readonly moveTo: (at: LocalMinute) => Promise<void>) {}

  async play(stories: readonly ((until: Until) => Promise<void>)[]): Promise<void> {
    for (const story of stories) {
      await this.turn(() => {
        story((at) => this.until(at)).then(
          () => this.settle?.turnOver(),
          (reason: unknown) => this.settle?.failed(reason),
        );
      });
    }
    for (let next = this.earliest(); next; next = this.earliest()) {
      const { at, goOn } = next;
      await this.moveTo(at);
      await this.turn(goOn);
    }
  }

  private until(at: LocalMinute): Promise<void> {
    return new Promise((goOn) => {
      this.waiting.push({ at, goOn });
      this.settle?.turnOver();
    });
  }

  /** Lets one story act until it waits again or ends. */
  private turn(act: () => void): Promise<void> {
    return new Promise((turnOver, failed) => {
      this.settle = { turnOver, failed };
      act();
    });
  }

  /** Stories that wait for the same minute go on in the order in which they came to wait. */
  private earliest(): Waiting | undefined {
    const [first] = this.waiting.toSorted((a, b) => a.at.localeCompare(b.at));
    if (first) this.waiting.splice(this.waiting.indexOf(first), 1);
    return first;
  }
}
