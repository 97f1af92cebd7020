export type DraftState = 'clean' | 'saving' | 'saved' | 'failed';

export type FormData = Readonly<Record<string, unknown>>;

interface DraftStore {
  /** `leaving`: the page may be gone before the answer comes. */
  readonly save: (data: FormData, leaving: boolean) => Promise<void>;
  readonly tell: (state: DraftState) => void;
}

const pauseMs = 1200;
const retryMs = 5000;

/** Saves the newest form a pause after the last change, again after a failure, and at once when the page is left. */
export class DraftKeeper {
  private pending: FormData | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: DraftStore) {}

  keep(data: FormData): void {
    this.pending = data;
    this.after(pauseMs);
  }

  /** The form was handed in: what is pending is a draft no more. */
  drop(): void {
    clearTimeout(this.timer);
    this.pending = undefined;
  }

  leave(): void {
    clearTimeout(this.timer);
    const data = this.pending;
    this.pending = undefined;
    // Nobody is left to hear of a failure.
    if (data !== undefined) this.store.save(data, true).catch(() => undefined);
  }

  private after(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private async save(): Promise<void> {
    const data = this.pending;
    if (data === undefined) return;
    this.pending = undefined;
    this.store.tell('saving');
    try {
      await this.store.save(data, false);
      this.store.tell('saved');
    } catch {
      this.store.tell('failed');
      // Something newer may have been typed meanwhile; it has its own timer.
      if (this.pending !== undefined) return;
      this.pending = data;
      this.after(retryMs);
    }
  }
}
