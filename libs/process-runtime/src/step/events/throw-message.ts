import type { JsonObject } from '@lianban/kernel';
import type { PlanNode } from '../../plan/plan-node.js';
import type { Machine } from '../machine/machine.js';
import { judgeMessage } from './judge-event.js';

export const throwMessage = (machine: Machine, { id }: PlanNode, message: string, data: JsonObject): void => {
  judgeMessage(machine, message, data);
  machine.emit({ kind: 'message-thrown', message, node: id, data });
};
