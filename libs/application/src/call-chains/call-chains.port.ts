/**
 * The durable chains of calls. `start` may come again for the same clock and level: there is one chain. Both throw
 * `unavailable` while their engine is away.
 */
export abstract class CallChains {
  abstract start(clockId: string, level: string, people: number, everyMinutes: number): Promise<void>;
  /** Ends the pause of a chain; one that is over is left alone. */
  abstract acknowledge(clockId: string, level: string): Promise<void>;
}
