import { eventType } from '@lianban/contracts';
import { DEFAULT_FUNCTION, departmentOf, routeLane } from '@lianban/domain';
import type { Effect, PlanLane } from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import { toCloudEvent } from './case-event.js';
import type { StepRows } from './step-rows.js';

/** A task for the office that answers for its lane in the district of the case. */
export const openTask = (rows: StepRows, token: string, nodeId: string): void => {
  const { held, around } = rows;
  const node = rows.node(nodeId);
  const lane = node.lane === undefined ? undefined : around.definition.plan.lanes[node.lane];
  const route = lane && routeLane(lane, held.district, rows.data, around.directory);
  if (!lane || !route) {
    // Published definitions name known departments; this is a directory without an office for one of them.
    const message = `No office answers for ${lane ? departmentOf(lane, rows.data) : 'this step'} in ${held.district}.`;
    rows.incidents.push({ id: newId(), node: nodeId, token, code: 'ROUTING.NO_OFFICE', message });
    rows.audit('incident.opened', 'node', nodeId, { ground: 'ROUTING.NO_OFFICE' });
  }
  const officeId = route?.office.id ?? 'unrouted';
  rows.tasks.push({
    id: newId(),
    token,
    node: nodeId,
    ...(node.stepNo === undefined ? {} : { stepNo: node.stepNo }),
    nameZh: node.name.zh,
    nameEn: node.name.en,
    officeId,
    department: route?.department ?? '',
    district: route?.office.district ?? held.district,
    ...(node.type === 'userTask' && node.role ? { role: node.role } : {}),
    routedBy: {
      lane: lane?.id ?? '',
      rule: route?.rule ?? 'none',
      department: route?.department ?? '',
      ...(route?.reason === undefined ? {} : { reason: route.reason }),
      ...(route?.version === undefined ? {} : { version: route.version }),
    },
    dueAt: 'infinity',
    mark: 'none',
    caseNo: held.caseNo,
    caseTitle: held.title,
    definitionKey: around.definition.key,
  });
  if (lane && route?.rule === 'next-level-up') findGap(rows, lane, route.department, officeId, nodeId);
  rows.courtOpens.push({
    obligation: token,
    seq: 1,
    node: nodeId,
    holderKind: 'office',
    holderId: officeId,
    officeId,
  });
};

export const closeTask = (rows: StepRows, effect: Extract<Effect, { kind: 'task-closed' }>): void => {
  const { completion } = rows.around;
  const byPerson =
    effect.how === 'completed' && completion ? { closedBy: completion.by, form: completion.form } : {};
  const outcome = effect.outcome === undefined ? {} : { outcome: effect.outcome };
  rows.closedTasks.push({ token: effect.task, status: effect.how, ...outcome, ...byPerson });
  rows.courtCloses.push(effect.task);
  const task = rows.held.tasks.find((candidate) => candidate.token === effect.task);
  const opinion = completion?.form['opinion'];
  rows.audit(
    effect.how === 'completed' ? 'task.completed' : 'task.cancelled',
    'task',
    task?.id ?? effect.task,
    {
      ...(task ? { officeId: task.officeId } : {}),
      ...(effect.how === 'completed' && typeof opinion === 'string' && opinion !== ''
        ? { ground: opinion }
        : {}),
      after: { node: effect.node, ...outcome },
    },
  );
};

/** 岗位空缺: nobody answers for this cell of the duty matrix; told to whoever keeps the matrix. */
const findGap = (
  rows: StepRows,
  lane: PlanLane,
  department: string,
  officeId: string,
  node: string,
): void => {
  const { district } = rows.held;
  rows.audit('duty-matrix.gap-detected', 'office', officeId, { ground: `${department}@${district}` });
  const type = eventType('duty-matrix.gap-detected');
  const data = {
    jurisdiction: district,
    level: lane.level,
    department,
    function: lane.function ?? DEFAULT_FUNCTION,
  };
  const event = toCloudEvent(rows.held, rows.around.definition, {
    kind: 'event-emitted',
    node,
    type,
    data,
  });
  rows.outbox.push({ id: newId(), kind: 'event', topic: type, payload: event });
};
