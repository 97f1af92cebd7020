import { createHash, randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LedgerVerdict, RegisterInstitutionRequest } from '@lianban/contracts';
import { registrationProblems, type Actor } from '@lianban/domain';
import { conflict, invalid } from '@lianban/kernel';
import { IdempotencyRecords } from '../../idempotency/index.js';
import { oncePerKey } from '../../idempotency/once-per-key.js';
import { AfterCommit, type Tx, UnitOfWork } from '../../transaction/index.js';
import { Institutions, type RegistrationContext } from '../institutions.port.js';
import { PortalAccountPolicy } from '../portal-account.policy.js';
import { requireRegistrar } from '../register-institution.handler.js';
import { chinaTime, institutionRegistered } from '../registered-event.js';
import { ImportLedgerCommand, type LedgerReport } from './import-ledger.command.js';
import { ledgerRows, type LedgerRow } from './ledger-row.js';
import { mostLedgerRows, readLedger } from './read-ledger.js';

@CommandHandler(ImportLedgerCommand)
export class ImportLedgerHandler implements ICommandHandler<ImportLedgerCommand> {
  constructor(
    private readonly institutions: Institutions,
    private readonly accounts: PortalAccountPolicy,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  async execute({ actor, bytes, dryRun, idempotencyKey: key }: ImportLedgerCommand): Promise<LedgerReport> {
    requireRegistrar(actor);
    const lines = await readLedger(bytes);
    if (lines.length > mostLedgerRows + 1) {
      throw invalid('REGISTRY.LEDGER_TOO_LARGE', `At most ${mostLedgerRows} rows.`);
    }
    const passwordHash = await this.accounts.initialPasswordHash();
    const body = { sha256: createHash('sha256').update(bytes).digest('hex'), dryRun };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.idempotency, tx, { actor, key, operation: 'registry.ledger', body }, async () => {
        const rows = ledgerRows(lines, await this.institutions.districtNames(tx));
        return this.judge(tx, actor, rows, dryRun ? undefined : passwordHash);
      }),
    );
  }

  private async judge(
    tx: Tx,
    actor: Actor,
    rows: readonly LedgerRow[],
    passwordHash: string | undefined,
  ): Promise<LedgerReport> {
    const context = await this.institutions.context(tx, actor);
    const seen = new Set(
      await this.institutions.known(
        tx,
        actor.tenant,
        rows.map(({ uscc }) => uscc),
      ),
    );
    const verdicts: LedgerVerdict[] = [];
    for (const row of rows) {
      const verdict = this.verdictOf(row, context, seen);
      if (verdict.verdict === 'registered' && row.request !== undefined && passwordHash !== undefined) {
        await this.register(tx, actor, row.request, context, passwordHash);
      }
      if (verdict.verdict === 'registered') seen.add(row.uscc);
      verdicts.push(verdict);
    }
    const count = (wanted: LedgerVerdict['verdict']): number =>
      verdicts.filter(({ verdict }) => verdict === wanted).length;
    return { verdicts, registered: count('registered'), refused: count('refused') };
  }

  private verdictOf(row: LedgerRow, context: RegistrationContext, seen: ReadonlySet<string>): LedgerVerdict {
    const problems =
      row.request === undefined
        ? row.problems
        : registrationProblems(row.request, context.offices, context.now);
    const known = { line: row.line, uscc: row.uscc, name: row.name };
    if (problems.length > 0) return { ...known, verdict: 'refused', problems };
    return { ...known, verdict: seen.has(row.uscc) ? 'already-registered' : 'registered', problems: [] };
  }

  private async register(
    tx: Tx,
    actor: Actor,
    request: RegisterInstitutionRequest,
    context: RegistrationContext,
    passwordHash: string,
  ): Promise<void> {
    const institution = {
      ...request,
      id: randomUUID(),
      registeredAt: request.registeredAt ?? chinaTime(context.now),
    };
    const event = institutionRegistered(institution, actor, context.now);
    if (!(await this.institutions.register(tx, actor, institution, passwordHash, event))) {
      // Registered by somebody else since the check above: the whole import is tried again by the caller.
      throw conflict(
        'REGISTRY.LEDGER_OVERTAKEN',
        'Another import registered one of these rows. Send the ledger again.',
      );
    }
    this.afterCommit.changed(tx, { officeIds: [], outbox: true });
  }
}
