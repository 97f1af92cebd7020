import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PortalView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { conflict, missing } from '@lianban/kernel';
import { IdempotencyRecords } from '../../idempotency/index.js';
import { oncePerKey } from '../../idempotency/once-per-key.js';
import { AfterCommit, UnitOfWork, type Tx } from '../../transaction/index.js';
import { StoredFiles } from '../files/stored-files.port.js';
import { checkFiling, type CheckedFiling } from './filing-form.js';
import { filingSubmitted, filingSupplemented } from './filing-events.js';
import { currentPortalView, institutionOf, portalFacts } from './portal-access.js';
import { mayFile, portalPhase } from './portal-phase.js';
import { SaveFilingDraftCommand, SubmitFilingCommand, SubmitSupplementCommand } from './portal.commands.js';
import { Portal } from './portal.port.js';

async function checked(
  portal: Portal,
  files: StoredFiles,
  tx: Tx,
  actor: Actor,
  name: 'filing' | 'supplement',
  form: Readonly<Record<string, unknown>>,
): Promise<CheckedFiling> {
  const schema = await portal.form(tx, actor.tenant, name);
  if (schema === undefined) throw missing('PORTAL.UNKNOWN_FORM', 'The filing process has no such form.');
  return checkFiling(files, tx, institutionOf(actor), schema, form);
}

@CommandHandler(SubmitFilingCommand)
export class SubmitFilingHandler implements ICommandHandler<SubmitFilingCommand> {
  constructor(
    private readonly portal: Portal,
    private readonly files: StoredFiles,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, form, idempotencyKey: key }: SubmitFilingCommand): Promise<PortalView> {
    institutionOf(actor);
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.idempotency, tx, { actor, key, operation: 'portal.file', body: form }, async () => {
        const facts = await portalFacts(this.portal, tx, actor, true);
        const phase = portalPhase(facts.case, facts.filing);
        if (
          !mayFile(phase) ||
          (facts.filing !== undefined && facts.filing.status !== 'draft' && phase !== 'lapsed')
        ) {
          throw conflict('PORTAL.ALREADY_FILED', 'The filing has been submitted already.', {
            details: { phase },
          });
        }
        const filing = await checked(this.portal, this.files, tx, actor, 'filing', form);
        const filingId = facts.filing?.status === 'draft' ? facts.filing.id : randomUUID();
        await this.portal.submit(tx, actor, facts.institution.id, {
          filingId,
          form: filing.stored,
          submittedAt: facts.now,
          event: filingSubmitted(facts.institution, filingId, filing, actor, facts.now),
          act: 'filing.submitted',
        });
        this.afterCommit.changed(tx, { officeIds: [], outbox: true });
        return currentPortalView(this.portal, tx, actor);
      }),
    );
  }
}

@CommandHandler(SubmitSupplementCommand)
export class SubmitSupplementHandler implements ICommandHandler<SubmitSupplementCommand> {
  constructor(
    private readonly portal: Portal,
    private readonly files: StoredFiles,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, form, idempotencyKey: key }: SubmitSupplementCommand): Promise<PortalView> {
    institutionOf(actor);
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.idempotency,
        tx,
        { actor, key, operation: 'portal.supplement', body: form },
        async () => {
          const facts = await portalFacts(this.portal, tx, actor, true);
          const { filing: record } = facts;
          if (portalPhase(facts.case, record) !== 'supplement' || record === undefined) {
            throw conflict('PORTAL.NOTHING_TO_SUPPLEMENT', 'No supplement is asked for at present.');
          }
          const filing = await checked(this.portal, this.files, tx, actor, 'supplement', form);
          await this.portal.submit(tx, actor, facts.institution.id, {
            filingId: record.id,
            form: withSupplement(record.form, filing.stored),
            submittedAt: facts.now,
            event: filingSupplemented(facts.institution, record.id, filing, actor, facts.now),
            act: 'filing.supplemented',
          });
          this.afterCommit.changed(tx, { officeIds: [], outbox: true });
          return currentPortalView(this.portal, tx, actor);
        },
      ),
    );
  }
}

@CommandHandler(SaveFilingDraftCommand)
export class SaveFilingDraftHandler implements ICommandHandler<SaveFilingDraftCommand> {
  constructor(
    private readonly portal: Portal,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  execute({ actor, form }: SaveFilingDraftCommand): Promise<PortalView> {
    const institutionId = institutionOf(actor);
    return this.unitOfWork.withActor(actor, async (tx) => {
      const facts = await portalFacts(this.portal, tx, actor, true);
      if (!mayFile(portalPhase(facts.case, facts.filing))) {
        throw conflict('PORTAL.ALREADY_FILED', 'The filing has been submitted already.');
      }
      await this.portal.saveDraft(tx, actor, institutionId, form);
      return currentPortalView(this.portal, tx, actor);
    });
  }
}

type Form = Readonly<Record<string, unknown>>;

/** What was filed stays; what was sent later is added to it. */
function withSupplement(filed: Form, supplement: Form): Form {
  const list = (form: Form, key: string): readonly unknown[] => (Array.isArray(form[key]) ? form[key] : []);
  const { materials: _materials, ...fields } = supplement;
  return {
    ...filed,
    materials: [...list(filed, 'materials'), ...list(supplement, 'materials')],
    supplements: [...list(filed, 'supplements'), fields],
  };
}
