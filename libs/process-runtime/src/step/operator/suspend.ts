import { deliverSignal } from '../events/deliver.js';
import type { Machine } from '../machine/machine.js';
import type { Stimulus } from '../stimulus.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';

/** 暂停办理: nothing moves until it is resumed. */
export const suspend = (machine: Machine, ground: string): Applied => {
  machine.suspended = { ground, since: machine.context.now };
  machine.emit({ kind: 'case-suspended', ground });
  return DONE;
};

/** 恢复办理: what came meanwhile is delivered, signals first; buffered messages follow by themselves. */
export const resume = (machine: Machine): Applied => {
  if (!machine.suspended)
    return refuse(
      'conflict',
      'CASES.NOT_SUSPENDED',
      'The case is not suspended: there is nothing to resume.',
    );
  machine.suspended = undefined;
  machine.emit({ kind: 'case-resumed' });
  const signals = machine.buffer.filter((entry) => entry.signal);
  machine.buffer = machine.buffer.filter((entry) => !entry.signal);
  machine.next(...signals.flatMap(({ message, event }) => deliverSignal(machine, message, event)));
  return DONE;
};

/** While it is suspended, messages and signals are kept, a resumption is taken, and everything else comes again later. */
export const whileSuspended = (machine: Machine, stimulus: Stimulus): Applied | undefined => {
  if (!machine.suspended || stimulus.kind === 'resume' || stimulus.kind === 'message') return undefined;
  if (stimulus.kind !== 'signal') return refuse('conflict', 'CASES.SUSPENDED', 'The case is suspended.');
  const { signal, event } = stimulus;
  if (machine.waits.named('signal', signal).length > 0) {
    const receivedAt = machine.context.now;
    machine.buffer = [...machine.buffer, { message: signal, event, receivedAt, signal: true }];
  }
  return DONE;
};
