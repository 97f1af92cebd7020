import type { JsonObject } from '@lianban/kernel';
import type { PlanNode } from '../../plan/plan-node.js';
import { ExpressionFailure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';

/** A message leaves the case only where it fits what is promised to its hearers. */
export const throwMessage = (machine: Machine, { id }: PlanNode, message: string, data: JsonObject): void => {
  judgeMessage(machine, message, data);
  machine.emit({ kind: 'message-thrown', message, node: id, data });
};

export const judgeMessage = (machine: Machine, message: string, data: JsonObject): void => {
  const unfit = machine.context.judgeMessage?.(message, data);
  if (unfit) throw new ExpressionFailure(unfit);
};
