import { err } from '@lianban/kernel';
import { deliver, deliverSignal } from '../events/deliver.js';
import type { Machine } from '../machine/machine.js';
import { applyOperator } from '../operator/apply-operator.js';
import { whileSuspended } from '../operator/suspend.js';
import type { Stimulus } from '../stimulus.js';
import { completeTask } from './complete-task.js';
import { receiveMessage } from './receive-message.js';
import { type Applied, DONE, refuse } from './refusal.js';
import { retryIncident } from './retry-incident.js';
import { serviceResult } from './service-result.js';
import { startActivityAgain } from './start-activity-again.js';
import { startCase } from './start-case.js';

/** Turns a stimulus into the first work of a step, or refuses it without a change. */
export const applyStimulus = (machine: Machine, stimulus: Stimulus): Applied => {
  let applied: Applied = DONE;
  const failed = machine.atomically(() => {
    applied = dispatch(machine, stimulus);
  });
  return failed ? err(failed.error) : applied;
};

const dispatch = (machine: Machine, stimulus: Stimulus): Applied => {
  const held = whileSuspended(machine, stimulus);
  if (held) return held;
  switch (stimulus.kind) {
    case 'start':
      return startCase(machine, stimulus);
    case 'complete-task':
      return completeTask(machine, stimulus);
    case 'message':
      return receiveMessage(machine, stimulus);
    case 'signal':
      machine.next(...deliverSignal(machine, stimulus.signal, stimulus.event));
      return DONE;
    case 'timer': {
      const wait = machine.waits.get(stimulus.wait);
      if (wait?.kind !== 'timer')
        return refuse('conflict', 'CASES.TIMER_NOT_ARMED', 'The timer is not armed any more.');
      machine.next(...deliver(machine, wait, stimulus.due === undefined ? {} : { due: stimulus.due }));
      return DONE;
    }
    case 'expire-messages':
      return DONE;
    case 'service-result':
      return serviceResult(machine, stimulus.token, stimulus.result);
    case 'retry-incident':
      return retryIncident(machine, stimulus.token);
    case 'start-activity':
      return startActivityAgain(machine, stimulus);
    default:
      return applyOperator(machine, stimulus);
  }
};
