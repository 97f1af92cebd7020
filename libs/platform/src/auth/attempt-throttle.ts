const windowMs = 15 * 60_000;
const allowed = 10;
/** An attacker who invents account names must not fill the memory. */
const capacity = 50_000;

/**
 * Ten failed attempts in fifteen minutes for one account from one address. It never locks the account itself:
 * an outsider cannot keep its owner out from elsewhere.
 */
export class AttemptThrottle {
  private readonly attempts = new Map<string, number[]>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts an attempt before it is judged, so that parallel guesses count too; false when there were too many. */
  begin(key: string): boolean {
    const since = this.now() - windowMs;
    const recent = (this.attempts.get(key) ?? []).filter((at) => at > since);
    if (recent.length >= allowed) {
      this.attempts.set(key, recent);
      return false;
    }
    recent.push(this.now());
    this.attempts.delete(key);
    this.attempts.set(key, recent);
    if (this.attempts.size > capacity) {
      const oldest = this.attempts.keys().next();
      if (oldest.done !== true) this.attempts.delete(oldest.value);
    }
    return true;
  }

  succeeded(key: string): void {
    this.attempts.delete(key);
  }
}
