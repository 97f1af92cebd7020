import type { JsonObject } from '@lianban/kernel';
import { ExpressionFailure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';

/** An event leaves the case only where it fits what is promised to its hearers. */
export const judgeEvent = (machine: Machine, type: string, data: JsonObject): void => {
  const unfit = machine.context.judgeEvent?.(type, data);
  if (unfit) throw new ExpressionFailure(unfit);
};

/** A message is known to the world by its name. */
export const judgeMessage = (machine: Machine, message: string, data: JsonObject): void =>
  judgeEvent(machine, machine.index.plan.messages[message]?.name ?? message, data);
