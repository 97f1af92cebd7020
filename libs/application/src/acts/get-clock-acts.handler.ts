import { readLedger } from '@lianban/calendar';
import {
  type CaseClock,
  type ClockAct,
  type ClockActSurroundings,
  GROUNDS_WITH_END,
  entryOfAct,
} from '@lianban/domain';
import { type AppError, denied, missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars, calendarOfClock } from '../calendars/index.js';
import { CaseReader, type ClockRecord } from '../casework/case-reader.port.js';
import { groundText } from '../casework/describe-clock.js';
import { overseesAll } from '../casework/oversight.js';
import { DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import { KnownDirectory, officeOfStep } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { type ClockActVerdicts, GetClockActsQuery } from './acts.commands.js';
import { mayActOnClock } from './on-clock.js';

/** Asks the rules of the acts themselves which they would take now; the grounds offered are those they would take. */
@QueryHandler(GetClockActsQuery)
export class GetClockActsHandler implements IQueryHandler<GetClockActsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, caseId }: GetClockActsQuery): Promise<readonly ClockActVerdicts[]> {
    const file = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.caseFile(tx, actor.tenant, caseId),
    );
    if (!file) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    const { district, data, now, tasks, clocks } = file;
    if (!overseesAll(actor) && !tasks.some(({ office }) => actor.officeIds.includes(office.id)))
      throw denied('CASES.NOT_YOURS', 'Your office takes no part in this case.', { details: { caseId } });
    const [definition, rules, directory] = await Promise.all([
      this.definitions.byId(file.definitionId),
      this.calendars.of(actor.tenant),
      this.directory.of(actor.tenant),
    ]);
    const { plan } = definition;
    const offices = tasks.map(({ node, office }) => ({ node, officeId: office.id }));
    const officeOf = (node: string): string | undefined =>
      officeOfStep({ plan, district, directory }, node, offices, data);
    const calendarOf = calendarOfClock(rules, district, officeOf);
    const mayAct = mayActOnClock(actor);
    return held(clocks, definition).flatMap((clock): ClockActVerdicts[] => {
      const { scope, extension } = clock.definition;
      const calendar = calendarOf(scope, clock.node);
      const state = readLedger(clock.ledger, clock.definition, calendar)?.state;
      if (state !== 'running' && state !== 'stopped') return [];
      const office = officeOf(clock.node);
      const may = (approver?: string): AppError | undefined =>
        mayAct(approver, office, directory)
          ? undefined
          : denied('CLOCKS.NOT_YOURS', 'Your post does not allow this act on this clock.').error;
      return [verdicts(clock, { calendar, now, by: actor.name }, may(), may(extension?.approver))];
    });
  }
}

const held = (clocks: readonly ClockRecord[], { plan }: PublishedDefinition): readonly CaseClock[] =>
  clocks.flatMap(({ id, node, ledger, firings, definition: code }) => {
    const definition = plan.clocks[code];
    return definition ? [{ id, definition, node, ledger, fired: firings.map(({ level }) => level) }] : [];
  });

const verdicts = (
  clock: CaseClock,
  around: ClockActSurroundings,
  notMine: AppError | undefined,
  notMyGrant: AppError | undefined,
): ClockActVerdicts => {
  const refusalOf = (act: ClockAct): AppError | undefined => {
    const entry = entryOfAct(clock, act, around);
    return entry.ok ? undefined : entry.error;
  };
  const onGround = (kind: 'stop-clock' | 'resume-clock'): ClockActVerdicts['stop'] => {
    const tried = clock.definition.stoppedBy.map((ground) => ({
      ground,
      refused: refusalOf({ kind, ground, reason: '', until: SOMETIME }),
    }));
    const taken = notMine ? [] : tried.filter(({ refused }) => refused === undefined);
    const none = tried.length === 0 ? NO_GROUND : tried[0]?.refused;
    return {
      refused: notMine ?? (taken.length === 0 ? none : undefined),
      grounds: taken.map(({ ground }) => ({
        code: ground,
        text: groundText(ground),
        needsEnd: kind === 'stop-clock' && GROUNDS_WITH_END.has(ground),
      })),
    };
  };
  const rule = clock.definition.extension;
  // What cannot be done at all is said before who could do it.
  const extension = refusalOf({ kind: 'extend-clock', amount: rule?.by.amount ?? 1, reason: '' });
  return {
    clockId: clock.id,
    extend: {
      refused: extension ?? notMyGrant,
      ...(rule ? { rule: { most: rule.by.amount, unit: rule.by.unit, basis: rule.basis } } : {}),
    },
    stop: onGround('stop-clock'),
    resume: onGround('resume-clock'),
  };
};

/** The end of a stop is for whoever makes it to say: any later instant stands for it here. */
const SOMETIME = '9999-12-31T00:00:00.000Z';

const NO_GROUND: AppError = {
  kind: 'conflict',
  code: 'CLOCKS.NEVER_STOPS',
  message: 'No ground stops this clock.',
};
