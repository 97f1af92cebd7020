import type { CasePreview } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { missing } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars, calendarOfClock } from '../calendars/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { KnownDirectory, officeOfStep } from '../routing/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { CaseReader } from './case-reader.port.js';
import { type CaseSide, previewOf } from './case-preview.js';
import { describeClock } from './describe-clock.js';
import { timerName } from './timer-name.js';

/** Carries the answer out of a transaction that must not commit. */
class RolledBack extends Error {
  constructor(readonly preview: CasePreview) {
    super('Rolled back on purpose.');
  }
}

/**
 * The consequence of an act, shown first. It is the act itself, done and rolled back: whatever routing, rules, clocks
 * and documents will do is what they did. Refuses what the act would refuse.
 */
@Injectable()
export class CaseRehearsal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
    private readonly directory: KnownDirectory,
  ) {}

  /** `act` moves the case; `aboutData`: the values that it changes are told too. */
  async rehearse(
    actor: Actor,
    caseOf: (tx: Tx) => Promise<string>,
    act: (tx: Tx) => Promise<unknown>,
    aboutData = false,
  ): Promise<CasePreview> {
    try {
      return await this.unitOfWork.withActor(actor, async (tx) => {
        const caseId = await caseOf(tx);
        const before = await this.side(tx, actor.tenant, caseId);
        await act(tx);
        throw new RolledBack(previewOf(before, await this.side(tx, actor.tenant, caseId), aboutData));
      });
    } catch (failure) {
      if (failure instanceof RolledBack) return failure.preview;
      throw failure;
    }
  }

  /** The case as it stands, for {@link previewOf}. */
  async side(tx: Tx, tenant: string, caseId: string): Promise<CaseSide> {
    const file = await this.reader.caseFile(tx, tenant, caseId);
    if (!file) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    const [{ plan }, rules, directory] = await Promise.all([
      this.definitions.byId(file.definitionId),
      this.calendars.of(tenant),
      this.directory.of(tenant),
    ]);
    const { district } = file;
    const offices = file.tasks.map(({ node, office }) => ({ node, officeId: office.id }));
    const calendarOf = calendarOfClock(rules, district, (node) =>
      officeOfStep({ plan, district, directory }, node, offices, file.data),
    );
    const nameOf = (node: string) => plan.nodes[node]?.name ?? { zh: node, en: node };
    return {
      ...file,
      clocks: file.clocks.flatMap((clock) => {
        const { definition } = clock;
        const view = describeClock(
          clock,
          plan.clocks[definition],
          rules.ladders.climbedBy(clock.ledger, clock.ladder, file.now),
          calendarOf(clock.scope, clock.node),
          file.now,
        );
        return view ? { ...view, definition } : [];
      }),
      court: file.court.map((entry) => ({ ...entry, name: nameOf(entry.node) })),
      values: Object.fromEntries(Object.entries(file.data).filter(([name]) => !(name in plan.nodes))),
      timers: file.timers.map(({ wait, node, at }) => ({
        wait,
        name: timerName(plan, node),
        at: new Date(at).toISOString(),
      })),
    };
  }
}
