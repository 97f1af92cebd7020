import { type AppError, type Result, err, ok } from '@lianban/kernel';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseData, CaseState } from '../state/case-state.js';
import type { Effect } from './effect.js';
import { run } from './flow/run.js';
import { noteTakeBacks } from './operator/note-take-backs.js';
import { Machine } from './machine/machine.js';
import { applyStimulus } from './stimuli/apply-stimulus.js';
import type { StepContext } from './step-context.js';
import type { Stimulus } from './stimulus.js';

export interface StepResult {
  readonly state: CaseState;
  readonly data: CaseData;
  readonly effects: readonly Effect[];
}

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
  if (state.counter === 0 && stimulus.kind !== 'start') {
    return err({ kind: 'conflict', code: 'CASES.NOT_STARTED', message: 'The case has not started.' });
  }
  const accepted = applyStimulus(machine, stimulus);
  if (!accepted.ok) return accepted;
  run(machine);
  noteTakeBacks(machine, { state, data }, stimulus);
  return ok({ state: machine.toState(), data: machine.data, effects: machine.effects });
};
