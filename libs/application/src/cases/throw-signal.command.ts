import type { Actor } from '@lianban/domain';
import type { Json, JsonObject } from '@lianban/kernel';
import { Command } from '@nestjs/cqrs';

/** Takes a thrown signal to every case that waits for it. May be repeated: a case takes each throw once. */
export class ThrowSignalCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly signal: string,
    readonly throwId: string,
    readonly event: Json,
    /** Has had it already. */
    readonly thrower?: string,
  ) {
    super();
  }
}

/** An administrator sends a signal from outside. Answers how many cases wait for it. */
export class SendSignalCommand extends Command<{ readonly cases: number }> {
  constructor(
    readonly actor: Actor,
    readonly body: { readonly signal: string; readonly data: JsonObject; readonly reason: string },
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
