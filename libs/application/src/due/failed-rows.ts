const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;

/**
 * Due rows that failed, and until when each rests, in real time. Known to one process only and lost with it: a row
 * is tried again then, and fails or not. Without it a row that always fails would be the first of every sweep, and
 * enough of them the only ones.
 */
export class FailedRows {
  private readonly rows = new Map<string, { readonly failures: number; readonly until: number }>();
  private first: unknown;

  constructor(private readonly now: () => number = Date.now) {}

  /** Ids to be left alone. */
  resting(): readonly string[] {
    const now = this.now();
    return [...this.rows].flatMap(([id, { until }]) => (until > now ? [id] : []));
  }

  /** Does the work; answers zero where it fails. */
  async guard(id: string, work: () => Promise<number>): Promise<number> {
    try {
      const settled = await work();
      this.rows.delete(id);
      return settled;
    } catch (failure) {
      const failures = (this.rows.get(id)?.failures ?? 0) + 1;
      const rest = Math.min(FIRST_REST_MS * 2 ** (failures - 1), LONGEST_REST_MS);
      this.rows.set(id, { failures, until: this.now() + rest });
      this.first ??= failure;
      return 0;
    }
  }

  /** Throws the first failure since it was last asked. */
  throwFirst(): void {
    const { first } = this;
    this.first = undefined;
    if (first !== undefined) throw first;
  }
}
