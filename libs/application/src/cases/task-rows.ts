import { eventType } from '@lianban/contracts';
import {
  DEFAULT_FUNCTION,
  type SignerRoute,
  departmentOf,
  inNameOf,
  routeLane,
  routeSigner,
} from '@lianban/domain';
import type { Json, JsonObject } from '@lianban/kernel';
import type { Effect, PlanLane, PlanNode } from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import { toCloudEvent } from './case-event.js';
import type { StepRows } from './step-rows.js';

type TaskCreated = Extract<Effect, { kind: 'task-created' }>;

/** Where a task goes, and why: kept with it for "why is this mine". */
interface Place {
  readonly officeId: string;
  readonly department: string;
  readonly district: string;
  readonly routedBy: JsonObject;
  readonly assignee?: string;
}

/** A task for who had the step before, for its signer, or for the office that answers for its lane. */
export const openTask = (rows: StepRows, effect: TaskCreated): void => {
  const { held, around } = rows;
  const { task: token, node: nodeId, instance } = effect;
  const node = rows.node(nodeId);
  const place = placeOf(rows, node, token, instance);
  const { officeId, assignee } = place;
  const returned = around.act?.returned;
  rows.tasks.push({
    id: newId(),
    token,
    node: nodeId,
    ...(node.stepNo === undefined ? {} : { stepNo: node.stepNo }),
    nameZh: node.name.zh,
    nameEn: node.name.en,
    ...place,
    ...('role' in node && node.role ? { role: node.role } : {}),
    dueAt: 'infinity',
    mark: 'none',
    caseNo: held.caseNo,
    caseTitle: held.title,
    definitionKey: around.definition.key,
    ...(instance ? { instance: { ...instance, activity: holderOf(rows, token) } } : {}),
    ...(returned && around.earlier?.some((holder) => holder.node === nodeId) ? { returned } : {}),
  });
  rows.courtOpens.push({
    obligation: token,
    seq: 1,
    node: nodeId,
    ...(assignee === undefined
      ? { holderKind: 'office' as const, holderId: officeId }
      : { holderKind: 'person' as const, holderId: assignee }),
    officeId,
  });
};

const placeOf = (rows: StepRows, node: PlanNode, token: string, instance: TaskCreated['instance']): Place => {
  const { held, around } = rows;
  const { directory, definition } = around;
  const lane = node.lane === undefined ? undefined : definition.plan.lanes[node.lane];
  const item = instance?.item;
  const before = around.earlier?.find(
    (holder) => holder.node === node.id && holder.counter === instance?.counter,
  );
  const office = before && directory.offices.find(({ id }) => id === before.officeId);
  if (before && office) {
    return {
      officeId: office.id,
      department: office.department,
      district: office.district,
      routedBy: { lane: lane?.id ?? '', rule: 'returned', department: office.department },
      ...(before.person === undefined ? {} : { assignee: before.person }),
    };
  }
  const loop = 'loop' in node && node.loop?.kind === 'multi' ? node.loop : undefined;
  const route: SignerRoute | undefined = loop?.signing
    ? routeSigner(item ?? null, lane, definition.plan, held.district, rows.data, directory)
    : lane && routeLane(lane, held.district, rows.data, directory);
  if (!route) noOffice(rows, node.id, token, loop?.signing ? text(item) : laneName(rows, lane));
  const officeId = route?.office.id ?? 'unrouted';
  if (lane && route?.rule === 'next-level-up') findGap(rows, lane, route.department, officeId, node.id);
  return {
    officeId,
    department: route?.department ?? '',
    district: route?.office.district ?? held.district,
    routedBy: {
      lane: lane?.id ?? '',
      rule: route?.rule ?? 'none',
      department: route?.department ?? '',
      ...(route?.reason === undefined ? {} : { reason: route.reason }),
      ...(route?.version === undefined ? {} : { version: route.version }),
    },
    ...(route?.person === undefined ? {} : { assignee: route.person }),
  };
};

const laneName = (rows: StepRows, lane: PlanLane | undefined): string =>
  lane ? departmentOf(lane, rows.data) : 'this step';

const text = (item: Json | undefined): string =>
  typeof item === 'string' ? item : JSON.stringify(item ?? null);

/** Published definitions name known departments; this is a directory without an office, or a signer nobody knows. */
const noOffice = (rows: StepRows, node: string, token: string, who: string): void => {
  const message = `No office answers for ${who} in ${rows.held.district}.`;
  rows.incidents.push({ id: newId(), node, token, code: 'ROUTING.NO_OFFICE', message });
  rows.audit('incident.opened', 'node', node, { ground: 'ROUTING.NO_OFFICE' });
};

/** The token of the countersigned activity, in whose scope the signer's token stands. */
const holderOf = ({ after }: StepRows, token: string): string => {
  const scope = after.tokens.find(({ id }) => id === token)?.scope;
  return after.tokens.find(({ holds }) => holds !== undefined && holds === scope)?.id ?? token;
};

/** What is written as the outcome of a task that an act has taken away. */
const TAKEN_AWAY: Readonly<Record<NonNullable<TaskClosed['by']>, string>> = {
  'return-to': 'returned',
  'take-back': 'taken-back',
  'remove-signer': 'signer-removed',
  'move-token': 'moved',
  'cancel-token': 'cancelled-by-operator',
};

type TaskClosed = Extract<Effect, { kind: 'task-closed' }>;

export const closeTask = (rows: StepRows, effect: TaskClosed): void => {
  const { completion } = rows.around;
  const byPerson =
    effect.how === 'completed' && completion ? { closedBy: completion.by, form: completion.form } : {};
  const said = effect.by === undefined ? effect.outcome : TAKEN_AWAY[effect.by];
  const outcome = said === undefined ? {} : { outcome: said };
  rows.closedTasks.push({ token: effect.task, status: effect.how, ...outcome, ...byPerson });
  rows.courtCloses.push(effect.task);
  const task = rows.held.tasks.find((candidate) => candidate.token === effect.task);
  const absent = task && inNameOf(rows.around.actor, task);
  const opinion = completion?.form['opinion'];
  rows.audit(
    effect.how === 'completed' ? 'task.completed' : 'task.cancelled',
    'task',
    task?.id ?? effect.task,
    {
      ...(task ? { officeId: task.officeId } : {}),
      ...(effect.how === 'completed' && absent !== undefined ? { onBehalfOf: absent.name } : {}),
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
    node,
    type,
    data,
  });
  rows.outbox.push({ id: newId(), kind: 'event', topic: type, payload: event });
};
