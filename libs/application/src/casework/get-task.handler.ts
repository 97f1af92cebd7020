import type { TaskDetail, Text2 } from '@lianban/contracts';
import { type Actor, actsFor } from '@lianban/domain';
import { denied, missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars, WorkingDaysLeft, countedBy } from '../calendars/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { KnownDirectory } from '../routing/index.js';
import { judgeSendBack } from '../team/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { CaseReader, type TaskRecordOfCase } from './case-reader.port.js';
import { GetTaskQuery } from './casework.queries.js';
import { describeClock } from './describe-clock.js';
import { overseesAll } from './oversight.js';
import { returnedView } from './returned-view.js';

@QueryHandler(GetTaskQuery)
export class GetTaskHandler implements IQueryHandler<GetTaskQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
    private readonly workingDays: WorkingDaysLeft,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, taskId }: GetTaskQuery): Promise<TaskDetail> {
    const found = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.task(tx, actor.tenant, taskId, actor.id),
    );
    if (!found) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
    const { row, node: nodeId, now } = found;
    const ownOffice = actor.officeIds.includes(row.office.id);
    if (!ownOffice && !overseesAll(actor)) {
      throw denied('TASKS.NOT_YOUR_OFFICE', 'The task belongs to another office.', {
        details: { office: row.office.name },
      });
    }
    const definition = await this.definitions.byId(found.definitionId);
    const rules = await this.calendars.of(actor.tenant);
    const { ladders } = rules;
    const node = definition.plan.nodes[nodeId];
    const parent = node?.parent === undefined ? undefined : definition.plan.nodes[node.parent];
    const clockIds = [node, parent].flatMap((candidate) =>
      candidate && 'clocks' in candidate ? candidate.clocks : [],
    );
    const [full = row] = await this.workingDays.fill(actor.tenant, now, [row]);
    const form = node && 'form' in node && node.form !== undefined ? definition.forms[node.form] : undefined;
    const open = row.status === 'open' && ownOffice && row.suspended === undefined;
    const mine = row.assignee?.id === actor.id;
    const mineOrFor = row.assignee !== undefined && actsFor(actor, row.assignee.id);
    return {
      ...full,
      definitionKey: found.definitionKey,
      node: nodeId,
      ...(found.role === undefined ? {} : { role: found.role }),
      ...(form ? { form } : {}),
      // What was handed in stands; a draft is only for what is still to be done.
      formData: (row.status === 'open' ? found.draft : undefined) ?? found.form ?? {},
      outcomes:
        node && 'outcomes' in node
          ? node.outcomes.map(({ code, name, legal, reasonRequired }) => ({
              code,
              name,
              legal: legal === true,
              reasonRequired: reasonRequired === true,
            }))
          : [],
      ...(found.closedBy ? { closedBy: found.closedBy } : {}),
      clocks: found.clocks
        .filter(({ definition: id }) => clockIds.includes(id))
        .flatMap(
          (clock) =>
            describeClock(
              clock,
              definition.plan.clocks[clock.definition],
              ladders.climbedBy(clock.ledger, clock.ladder, now),
              countedBy(
                rules,
                clock.ledger,
                rules.calendarAt(clock.scope === 'unit' ? row.office.id : found.district),
              ),
              now,
            ) ?? [],
        ),
      ...(found.returned ? { returned: returnedView(found.returned, definition) } : {}),
      ...(found.handedOver ? { handedOver: found.handedOver } : {}),
      whyMine: whyMine(found.routedBy, row.office.name),
      may: {
        claim: open && row.assignee === undefined,
        release: open && mine,
        complete: open && (row.assignee === undefined || mineOrFor),
        sendBack: await this.maySendBack(actor, found),
      },
    };
  }

  private async maySendBack(actor: Actor, { row, handedOver }: TaskRecordOfCase): Promise<boolean> {
    // Most tasks were handed over by nobody: they cost no look at the directory.
    if (handedOver === undefined) return false;
    const standing = { toOffice: row.office.id, isOpen: true, isInTime: true };
    const held = row.assignee === undefined ? standing : { ...standing, assignee: row.assignee };
    return judgeSendBack(actor, held, await this.directory.of(actor.tenant)) === undefined;
  }
}

const RULES: Readonly<Record<string, Text2>> = {
  override: { zh: '按路由特别规定', en: 'by a routing override' },
  function: { zh: '按部门职能', en: 'by the function of the department' },
  department: { zh: '按部门', en: 'by the department' },
  'handed-over': { zh: '由其他单位转办', en: 'handed over by another unit' },
  'sent-back': { zh: '由接收单位退件', en: 'sent back by the unit it was handed to' },
  returned: { zh: '按退回前的承办科室', en: 'because the step came back to it' },
  signer: { zh: '按会签名单', en: 'as one of the signers' },
  'next-level-up': { zh: '本级无承办科室，上移一级', en: 'no office at this level: one level up' },
};

const whyMine = (routedBy: Readonly<Record<string, unknown>>, office: Text2): Text2 => {
  const rule = RULES[String(routedBy['rule'])] ?? { zh: '按流程泳道', en: 'by the lane of the process' };
  const reason = typeof routedBy['reason'] === 'string' ? routedBy['reason'] : '';
  const version = typeof routedBy['version'] === 'number' ? routedBy['version'] : undefined;
  return {
    zh: `${rule.zh}分派给${office.zh}${reason === '' ? '' : `：${reason}`}${version === undefined ? '' : `（规则第${version}版）`}`,
    en: `Routed to ${office.en} ${rule.en}${reason === '' ? '' : `: ${reason}`}${version === undefined ? '' : ` (rule version ${version})`}`,
  };
};
