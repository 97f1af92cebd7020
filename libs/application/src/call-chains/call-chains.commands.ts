import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

/** 签收: somebody takes notice of a clock whose ladder asks for it; chains of calls end. */
export class AcknowledgeClockCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly caseId: string,
    readonly clockId: string,
  ) {
    super();
  }
}

/** Tells a chain that somebody acknowledged. */
export class EndCallChainCommand extends Command<void> {
  constructor(
    readonly clockId: string,
    readonly level: string,
  ) {
    super();
  }
}
