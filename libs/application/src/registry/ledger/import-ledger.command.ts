import { Command } from '@nestjs/cqrs';
import type { LedgerVerdict } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';

export interface LedgerReport {
  readonly verdicts: readonly LedgerVerdict[];
  readonly registered: number;
  readonly refused: number;
}

/** A verdict for each row. Good rows are registered together in one transaction; a dry run registers none. */
export class ImportLedgerCommand extends Command<LedgerReport> {
  constructor(
    readonly actor: Actor,
    readonly bytes: Buffer,
    readonly dryRun: boolean,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
