import { deliverMessage } from '../events/deliver.js';
import { keepMessage } from '../events/kept-messages.js';
import type { Machine } from '../machine/machine.js';
import type { Stimulus } from '../stimulus.js';
import { type Applied, DONE, refuse } from './refusal.js';

/** A message goes to what waits for it the longest; one that something may still wait for is kept. */
export const receiveMessage = (
  machine: Machine,
  { message, event }: Extract<Stimulus, { kind: 'message' }>,
): Applied => {
  const [wait] = machine.waits.named('message', message);
  if (wait && !machine.suspended) {
    machine.next(...deliverMessage(machine, wait, message, event));
    return DONE;
  }
  if (wait || mayBeCaught(machine, message)) {
    // One that something waits for is not early: only the suspension holds it back.
    keepMessage(machine, message, event, wait === undefined);
    return DONE;
  }
  return refuse(
    'conflict',
    'CASES.MESSAGE_NOT_EXPECTED',
    'The case does not wait for this message and cannot any more.',
  );
};

const mayBeCaught = (machine: Machine, message: string): boolean => {
  const mayBeEarly = machine.index.plan.messages[message]?.early !== 'refused';
  for (const token of machine.tokens.values()) {
    // A node that failed on being entered has armed nothing yet, but will when it is tried again.
    if (token.incident?.phase === 'enter' && machine.index.catches(token.node, message)) return true;
    if (mayBeEarly && machine.index.mayStillCatch(token.node, message)) return true;
  }
  return false;
};
