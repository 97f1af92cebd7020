import type { CaseDetail, CaseTask } from '@lianban/contracts';
import { denied, missing } from '@lianban/kernel';
import { type PlanNode, describeWaiting } from '@lianban/process-runtime';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars, WorkingDaysLeft, calendarOfClock, countedBy } from '../calendars/index.js';
import { DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { KnownDirectory, officeOfStep } from '../routing/index.js';
import { CaseReader, type TaskRecordInCase } from './case-reader.port.js';
import { GetCaseQuery } from './casework.queries.js';
import { chargedTime } from './charged-time.js';
import { courtTracks } from './court-tracks.js';
import { describeAct } from './describe-act.js';
import { describeClock } from './describe-clock.js';
import { leadOfficeOf } from './lead-office.js';
import { overseesAll } from './oversight.js';
import { papersHiddenFrom } from './papers-of-case.js';
import { returnedView } from './returned-view.js';
import { signingRounds } from './signing-rounds.js';
import { suspensionView } from './suspension-view.js';

@QueryHandler(GetCaseQuery)
export class GetCaseHandler implements IQueryHandler<GetCaseQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
    private readonly workingDays: WorkingDaysLeft,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, caseId }: GetCaseQuery): Promise<CaseDetail> {
    const found = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.caseFile(tx, actor.tenant, caseId),
    );
    if (!found) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    // Reading follows participation in the case.
    const takesPart = found.tasks.some(({ office }) => actor.officeIds.includes(office.id));
    if (!takesPart && !overseesAll(actor)) {
      throw denied('CASES.NOT_YOURS', 'Your office takes no part in this case.', { details: { caseId } });
    }
    const definition = await this.definitions.byId(found.definitionId);
    const [rules, directory] = await Promise.all([
      this.calendars.of(actor.tenant),
      this.directory.of(actor.tenant),
    ]);
    const {
      now,
      state,
      tasks,
      clocks,
      audits,
      documents,
      papers,
      court,
      timers: _timers,
      suspension,
      ...row
    } = found;
    const hidden = papersHiddenFrom(actor, papers);
    const leads = (node: PlanNode): boolean => {
      const lead = leadOfficeOf(definition.plan, node.id, found, directory);
      return lead !== undefined && actor.officeIds.includes(lead);
    };
    const { ladders } = rules;
    const calendar = rules.calendarAt(found.district);
    const { plan } = definition;
    const offices = tasks.map(({ node, office }) => ({ node, officeId: office.id }));
    const calendarOf = calendarOfClock(rules, found.district, (node) =>
      officeOfStep({ plan, district: found.district, directory }, node, offices, found.data),
    );
    const running = found.status === 'open';
    const current = describeWaiting(definition.plan, state)
      // What waits at a gateway waits for its other branches: nobody works there.
      .filter(({ node }) => !definition.plan.nodes[node]?.type.endsWith('Gateway'))
      .map(({ node }) => ({
        node,
        mark: tasks.find((task) => task.node === node && task.status === 'open')?.mark ?? ('none' as const),
      }));
    const standing = new Set(current.map(({ node }) => node));
    const passed = [...new Set(tasks.filter(({ status }) => status === 'completed').map(({ node }) => node))];
    return {
      ...row,
      current,
      passed: [
        ...passed,
        ...Object.keys(found.data).filter((key) => definition.plan.nodes[key] !== undefined),
      ].filter((node, index, all) => !standing.has(node) && all.indexOf(node) === index),
      tasks: (await this.workingDays.fill(actor.tenant, now, tasks)).map((task) =>
        caseTask(task, definition),
      ),
      signings: signingRounds(definition, state, tasks, leads),
      ...(suspension ? { suspended: suspensionView(suspension) } : {}),
      may: {
        suspend: running && suspension === undefined && overseesAll(actor),
        resume: running && suspension !== undefined && overseesAll(actor),
        operate: running && actor.roles.includes('admin'),
      },
      clocks: clocks.flatMap(
        (clock) =>
          describeClock(
            clock,
            definition.plan.clocks[clock.definition],
            ladders.climbedBy(clock.ledger, clock.ladder, now),
            countedBy(rules, clock.ledger, calendarOf(clock.scope, clock.node)),
            now,
          ) ?? [],
      ),
      documents: documents.filter(({ id }) => !hidden.has(id)),
      timeline: audits
        .filter(({ objectId }) => !hidden.has(objectId))
        .map((audit) => describeAct(audit, definition)),
      court: courtTracks(court, definition, calendar, now),
      charged: chargedTime(found, definition.plan, calendar),
    };
  }
}

const caseTask = (
  { token: _token, closedById: _id, opinion: _said, returned, ...task }: TaskRecordInCase,
  definition: PublishedDefinition,
): CaseTask => ({ ...task, ...(returned ? { returned: returnedView(returned, definition) } : {}) });
