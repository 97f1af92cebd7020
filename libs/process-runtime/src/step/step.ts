import { type AppError, type Result, err, ok } from '@lianban/kernel';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseData, CaseState, Token } from '../state/case-state.js';
import { ROOT_SCOPE } from '../state/initial-state.js';
import { deliverMessage } from './deliver.js';
import type { Effect } from './effect.js';
import { enter, requestService } from './enter.js';
import { fireJoin, readyInclusiveJoin } from './gateways.js';
import { leave } from './leave.js';
import { ExpressionFailure, Machine, type Work } from './machine.js';
import { applyStimulus } from './apply-stimulus.js';
import type { StepContext } from './step-context.js';
import type { Stimulus } from './stimulus.js';

export interface StepResult {
  readonly state: CaseState;
  readonly data: CaseData;
  readonly effects: readonly Effect[];
}

/**
 * Node visits of one step before a loop without a wait is called endless. A loop through a parallel fork grows with
 * every round, so its cost is quadratic, and the case is locked meanwhile.
 */
const VISIT_BUDGET = 2_000;

/**
 * The transition of a case: state and stimulus to state and effects. Pure and deterministic: no clock, no randomness,
 * no IO; ids come from the counter of the state. An expected refusal (a task that is not open, a message nobody can
 * still catch) is an error value and changes nothing; a failing expression is an incident on its element and keeps
 * the token there.
 */
export const step = (
  plan: ProcessPlan,
  state: CaseState,
  data: CaseData,
  stimulus: Stimulus,
  context: StepContext,
): Result<StepResult, AppError> => {
  const machine = new Machine(plan, state, data, context);
  if (machine.ended) {
    return err({ kind: 'conflict', code: 'CASES.ENDED', message: 'The case has ended.' });
  }
  const accepted = applyStimulus(machine, stimulus);
  if (!accepted.ok) return accepted;
  run(machine);
  return ok({ state: machine.toState(), data: machine.data, effects: machine.effects });
};

/** Works until nothing moves by itself any more: then buffered messages, then inclusive joins, may start it again. */
const run = (machine: Machine): void => {
  let visits = 0;
  for (;;) {
    for (let work = machine.work.shift(); work; work = machine.work.shift()) {
      visits += 1;
      if (visits > VISIT_BUDGET && work.kind === 'enter') {
        // A join must know by which way the token came when it is tried again.
        const { token, via } = work;
        stop(
          machine,
          via === undefined ? token : { ...token, arrivedBy: via },
          'enter',
          'CASES.ENDLESS_LOOP',
          'The process runs in a loop that waits for nothing.',
        );
      } else perform(machine, work);
    }
    if (machine.ended || !(deliverBuffered(machine) || tryInclusiveJoin(machine))) return;
  }
};

const perform = (machine: Machine, work: Work): void => {
  if (work.kind === 'settle-scope') return settleScope(machine, work.scope);
  // An earlier piece of work of this step may have taken the token away.
  const token = machine.tokens.get(work.token.id);
  if (!token) return;
  const before = { data: machine.data, milestones: machine.milestones, effects: machine.effects.length };
  const node = machine.index.node(work.kind === 'enter' ? work.node : token.node);
  try {
    if (work.kind === 'enter') enter(machine, token, node, work.via);
    else if (work.kind === 'request') requestService(machine, token, node);
    else leave(machine, token, node, work.locals);
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    machine.data = before.data;
    machine.milestones = before.milestones;
    machine.effects.length = before.effects;
    const phase = work.kind === 'request' ? 'service' : work.kind;
    stop(machine, token, phase, error.error.code, error.message);
  }
};

/** Keeps a token where something failed, for a person to look at. */
const stop = (
  machine: Machine,
  token: Token,
  phase: NonNullable<Token['incident']>['phase'],
  code: string,
  message: string,
): void => {
  machine.replace({ ...token, incident: { phase, code } });
  machine.emit({ kind: 'incident', node: token.node, token: token.id, code, message });
};

const settleScope = (machine: Machine, scope: string): void => {
  for (const token of machine.tokens.values()) if (token.scope === scope) return;
  if (scope === ROOT_SCOPE) {
    const how = machine.terminated ? 'terminated' : 'completed';
    const outcome = machine.outcome === undefined ? {} : { outcome: machine.outcome };
    machine.ended = { kind: how, ...outcome };
    machine.emit({ kind: 'case-ended', how, ...outcome });
    return;
  }
  const holder = [...machine.tokens.values()].find((token) => token.holds === scope);
  machine.scopes.delete(scope);
  if (!holder) return;
  const { holds: _held, ...free } = holder;
  machine.work.unshift({ kind: 'leave', token: machine.replace(free), locals: {} });
};

const deliverBuffered = (machine: Machine): boolean => {
  for (const entry of machine.buffer) {
    for (const wait of machine.waits.values()) {
      if (wait.kind !== 'message' || wait.name !== entry.message) continue;
      machine.buffer = machine.buffer.filter((other) => other !== entry);
      deliverMessage(machine, wait, entry.message, entry.event);
      return true;
    }
  }
  return false;
};

const tryInclusiveJoin = (machine: Machine): boolean => {
  const join = readyInclusiveJoin(machine);
  const [token] = join?.consumed ?? [];
  if (!join || !token) return false;
  try {
    fireJoin(machine, join);
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    stop(machine, token, 'enter', error.error.code, error.message);
  }
  return true;
};
