import type {
  ActDone,
  CasePreview,
  CaseTokens,
  ExtensionOffer,
  ReturnStep,
  StopGround,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';
import type { AppError } from '@lianban/kernel';
import type { Act } from './case-act.js';

/** Whether an act would be taken now: refused with what, or not. */
export interface ActVerdict {
  readonly refused: AppError | undefined;
}

export interface TaskActVerdicts {
  readonly taskId: string;
  readonly return: ActVerdict & { readonly steps: readonly ReturnStep[] };
  readonly takeBack: ActVerdict;
  readonly addSigner: ActVerdict;
  readonly removeSigner: ActVerdict;
  readonly dispute: ActVerdict;
}

export interface ClockActVerdicts {
  readonly clockId: string;
  readonly extend: ActVerdict & { readonly rule?: ExtensionOffer };
  readonly stop: ActVerdict & { readonly grounds: readonly StopGround[] };
  readonly resume: ActVerdict & { readonly grounds: readonly StopGround[] };
}

/** Does an act, once per key. */
export class PerformActCommand extends Command<ActDone> {
  constructor(
    readonly actor: Actor,
    readonly act: Act,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** What an act would do, without doing it. Refuses what the act would refuse. */
export class PreviewActQuery extends Query<CasePreview> {
  constructor(
    readonly actor: Actor,
    readonly act: Act,
  ) {
    super();
  }
}

/** Which acts on a task are possible now, and why not. */
export class GetTaskActsQuery extends Query<TaskActVerdicts> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
  ) {
    super();
  }
}

/** Which acts on the clocks of a case are possible now, and why not; clocks that ended are left out. */
export class GetClockActsQuery extends Query<readonly ClockActVerdicts[]> {
  constructor(
    readonly actor: Actor,
    readonly caseId: string,
  ) {
    super();
  }
}

/** The tokens of a case and where they may be moved. */
export class GetCaseTokensQuery extends Query<CaseTokens> {
  constructor(
    readonly actor: Actor,
    readonly caseId: string,
  ) {
    super();
  }
}
