import type {
  CompensationRecord,
  CompensationRun,
  CompensationStep,
  Scope,
  Token,
} from '../../state/case-state.js';
import { cancelScope, cancelToken } from '../activities/cancel.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';

/** The scope whose activities a token undoes: an event sub-process or handler belongs to the scope around it. */
export const undoneFrom = (machine: Machine, token: Token): Scope => {
  let scope = machine.scopeOf(token.scope);
  while (scope.node !== undefined && scope.parent !== undefined && scope.process === undefined) {
    const node = machine.index.node(scope.node);
    const belongsOutside =
      (node.type === 'subProcess' && node.triggeredByEvent === true) ||
      ('forCompensation' in node && node.forCompensation);
    if (!belongsOutside) break;
    scope = machine.scopeOf(scope.parent);
  }
  return scope;
};

/**
 * Begins to undo what was completed in a scope, the last first, each once (BPMN 2.0.2 §10.7, §13.5.5); with
 * `activity` only that one. Answers the run, or undefined where there is nothing to undo.
 */
export const beginUndo = (
  machine: Machine,
  scope: Scope,
  more: Pick<CompensationRun, 'waiting' | 'cancels'> & { readonly activity?: string },
): CompensationRun => {
  const { activity, ...rest } = more;
  const records = scope.records ?? [];
  const undone = activity === undefined ? records : records.filter((one) => one.activity === activity);
  setRecords(
    machine,
    scope.id,
    records.filter((one) => !undone.includes(one)),
  );
  const steps = undone.toReversed().flatMap((one) => stepsOf(machine, scope.id, one));
  const run: CompensationRun = { id: machine.nextId('u'), scope: scope.id, steps, ...rest };
  machine.compensations = [...machine.compensations, run];
  return run;
};

/** Does the next step of a run, or ends it. */
export const undoNext = (machine: Machine, id: string): readonly Work[] => {
  const run = machine.compensations.find((candidate) => candidate.id === id);
  if (!run) return [];
  const [step, ...left] = run.steps;
  machine.compensations = step
    ? machine.compensations.map((other) => (other === run ? { ...run, steps: left } : other))
    : machine.compensations.filter((other) => other !== run);
  if (!step) return end(machine, run);
  if (step.kind === 'close') {
    closeUndone(machine, step.scope);
    return [{ kind: 'undo', run: id }];
  }
  const { node, scope, instance } = step;
  const inside = machine.index.node(node);
  const start =
    inside.type === 'subProcess' && inside.triggeredByEvent
      ? machine.index.inside(machine.scopeOf(scope)).compensation?.start.id
      : undefined;
  const token = machine.createToken(node, scope, {
    undoes: id,
    ...(instance ? { instance } : {}),
    ...(start === undefined ? {} : { startedBy: start }),
  });
  return [{ kind: 'enter', token: token.id }];
};

/** A sub-process is undone by its compensation event sub-process, else by undoing what is inside of it. */
const stepsOf = (
  machine: Machine,
  scope: string,
  { handler, scope: inside, instance }: CompensationRecord,
): readonly CompensationStep[] => {
  const kept = inside === undefined ? undefined : machine.scopes.get(inside);
  const steps: CompensationStep[] = [];
  if (kept) {
    const { compensation } = machine.index.inside(kept);
    if (compensation) steps.push({ kind: 'enter', node: compensation.node.id, scope: kept.id });
    else if (handler === undefined) {
      for (const one of (kept.records ?? []).toReversed()) steps.push(...stepsOf(machine, kept.id, one));
      setRecords(machine, kept.id, []);
    }
  }
  if (handler !== undefined)
    steps.push({ kind: 'enter', node: handler, scope, ...(instance ? { instance } : {}) });
  if (kept) steps.push({ kind: 'close', scope: kept.id });
  return steps;
};

const setRecords = (machine: Machine, scope: string, records: readonly CompensationRecord[]): void => {
  const { records: _before, ...bare } = machine.scopeOf(scope);
  machine.scopes.set(records.length === 0 ? bare : { ...bare, records });
};

const closeUndone = (machine: Machine, id: string): void => {
  const scope = machine.scopes.get(id);
  if (!scope) return;
  if (scope.node !== undefined)
    machine.observe('left', scope.node, { id: '', node: scope.node, scope: scope.parent ?? '' });
  cancelScope(machine, scope);
};

const end = (machine: Machine, run: CompensationRun): readonly Work[] => {
  const work: Work[] = [];
  const cancelled = run.cancels === undefined ? undefined : machine.tokens.get(run.cancels);
  if (cancelled) cancelToken(machine, cancelled, { observed: 'left' });
  const waiting = run.waiting === undefined ? undefined : machine.tokens.get(run.waiting);
  if (waiting) {
    const { awaits: _over, ...free } = waiting;
    machine.tokens.set(free);
    if (!cancelled) machine.observe('happened', waiting.node, waiting);
    work.push({ kind: 'leave', token: waiting.id, locals: {} });
  }
  if (machine.scopes.get(run.scope)) work.push({ kind: 'settle-scope', scope: run.scope });
  return work;
};
