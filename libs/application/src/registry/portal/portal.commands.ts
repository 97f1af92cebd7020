import { Command } from '@nestjs/cqrs';
import type { PortalView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';

type Form = Readonly<Record<string, unknown>>;

/** Kept on the server, so that a filing begun on one machine is finished on another. */
export class SaveFilingDraftCommand extends Command<PortalView> {
  constructor(
    readonly actor: Actor,
    readonly form: Form,
  ) {
    super();
  }
}

/** Step 4 of the filing process: the institution files. `form.materials` names its uploads by kind. */
export class SubmitFilingCommand extends Command<PortalView> {
  constructor(
    readonly actor: Actor,
    readonly form: Form,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** The answer to the one-time notice. */
export class SubmitSupplementCommand extends Command<PortalView> {
  constructor(
    readonly actor: Actor,
    readonly form: Form,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
