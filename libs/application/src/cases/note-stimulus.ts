import type { JsonObject } from '@lianban/kernel';
import type { CaseState, Stimulus, ValuesBefore } from '@lianban/process-runtime';
import type { ChangesOfStep } from './changes-of-step.js';
import { nodeOfStimulus } from './node-of-stimulus.js';

/** What moved the case, for the trail; a task's own row is written where it closes. */
export const noteStimulus = (rows: ChangesOfStep, stimulus: Stimulus): void => {
  const { held, after } = rows;
  const node = nodeOfStimulus(held.state, stimulus);
  const where = node === undefined ? {} : { after: { node } };
  switch (stimulus.kind) {
    case 'message':
      return rows.audit('message.received', 'message', stimulus.message, where);
    case 'signal':
      return rows.audit('signal.received', 'signal', stimulus.signal, where);
    case 'timer':
      return rows.audit('timer.fired', 'timer', stimulus.wait, where);
    case 'service-result': {
      const { result, token } = stimulus;
      rows.audit(`service.${result.kind}`, 'token', token, where);
      // A refusal without a way leaves the step where it is, and with whom.
      if (!after.tokens.some(({ id }) => id === token)) rows.courtCloses.push(token);
      rows.incidentsOvertaken.push(token);
      return;
    }
    case 'start-activity':
      return rows.audit('activity.started', 'node', stimulus.node, { after: { node: stimulus.node } });
    case 'return-to': {
      const { task, node: to, then } = stimulus;
      return noteAct(rows, 'task.returned', 'task', taskOf(rows, task), {
        ...from(held.state, task),
        to,
        then,
      });
    }
    case 'take-back': {
      const record = held.state.takeBacks?.find(({ task }) => task === stimulus.task);
      const { node: at, before: values = {} } = record ?? {};
      const object = rows.around.act?.taskId ?? stimulus.task;
      const now = { ...(at === undefined ? {} : { node: at }), ...values };
      return noteAct(rows, 'task.taken-back', 'task', object, now, written(rows, values));
    }
    case 'add-signer':
      return noteAct(rows, 'signer.added', 'token', stimulus.activity, {
        ...from(held.state, stimulus.activity),
        signer: stimulus.item,
      });
    case 'remove-signer':
      return noteAct(
        rows,
        'signer.removed',
        'task',
        taskOf(rows, stimulus.task),
        from(held.state, stimulus.task),
      );
    case 'move-token': {
      const { token, node: to } = stimulus;
      return noteAct(rows, 'token.moved', 'token', token, { node: to, to }, from(held.state, token));
    }
    case 'insert-token':
      return noteAct(rows, 'token.inserted', 'node', stimulus.node, { node: stimulus.node });
    case 'cancel-token':
      return noteAct(rows, 'token.cancelled', 'token', stimulus.token, from(held.state, stimulus.token));
    case 'set-data':
      return noteAct(rows, 'data.changed', 'case', held.id, stimulus.values, valuesBefore(rows, stimulus));
    // Noted where they take effect.
    case 'start':
    case 'complete-task':
    case 'retry-incident':
    case 'expire-messages':
    case 'suspend':
    case 'resume':
  }
};

const noteAct = (
  rows: ChangesOfStep,
  act: string,
  kind: string,
  id: string,
  after: JsonObject,
  before?: JsonObject,
): void => rows.audit(act, kind, id, { ...rows.grounded(), after, ...(before ? { before } : {}) });

/** What stood there until it was taken back. */
const written = ({ held }: ChangesOfStep, { data, milestones }: ValuesBefore): JsonObject => ({
  ...(data ? { data: only(held.data, data) } : {}),
  ...(milestones ? { milestones: only(held.state.milestones, milestones) } : {}),
});

const only = (values: JsonObject, names: object): JsonObject =>
  Object.fromEntries(Object.keys(names).map((name) => [name, values[name] ?? null]));

const from = (state: CaseState, token: string): JsonObject => {
  const node = state.tokens.find(({ id }) => id === token)?.node;
  return node === undefined ? {} : { node };
};

const taskOf = ({ held }: ChangesOfStep, token: string): string =>
  held.tasks.find((task) => task.token === token)?.id ?? token;

const valuesBefore = (
  { held }: ChangesOfStep,
  { values, scope }: Extract<Stimulus, { kind: 'set-data' }>,
): JsonObject => {
  const inScope = scope === undefined ? undefined : held.state.scopes.find(({ id }) => id === scope)?.data;
  return Object.fromEntries(
    Object.keys(values).map((name) => [name, inScope?.[name] ?? held.data[name] ?? null]),
  );
};
