import type { BusinessTimeMove } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** How long one call works, and how long it waits at one stop before it says what keeps it. In milliseconds. */
export interface MovePatience {
  readonly call: number;
  readonly stop: number;
}

/** Below what a proxy allows a request; a longer way is gone in several calls. */
const ONE_CALL: MovePatience = { call: 15_000, stop: 8_000 };

/**
 * Moves business time forward to an instant, stopping at each due instant on the way until all that is due there is
 * done: what fires on day 10 is stamped day 10. The worker does the work; this only waits for it. Call again until it
 * answers `arrived`.
 */
export class MoveBusinessTimeCommand extends Command<BusinessTimeMove> {
  constructor(
    readonly actor: Actor,
    /** ISO 8601. */
    readonly to: string,
    readonly patience: MovePatience = ONE_CALL,
  ) {
    super();
  }
}
