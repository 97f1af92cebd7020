import type { PlanNode } from '@lianban/process-runtime';
import type { RecordedEntry, RecordedScope } from './recorded-trace.js';

type NodeOf = (element: string) => PlanNode | undefined;

/** Whether a token is on its way there, rather than waiting for something. */
export const isMoving = (scope: RecordedScope, before: readonly RecordedEntry[], nodeOf: NodeOf): boolean => {
  const own = before.filter((entry) => entry.scope === scope);
  const begun = own.some(({ action }) => action !== 'created');
  const left = own.some(({ action }) => action === 'exited');
  const node = nodeOf(scope.element);
  if (!node) return scope.parent !== undefined && !left;
  if (!begun) return true;
  switch (node.type) {
    case 'startEvent':
      return true;
    case 'intermediateThrowEvent':
    case 'endEvent':
      return !undoes(node.result);
    case 'boundaryEvent':
      return node.trigger.kind !== 'cancel';
    case 'exclusiveGateway':
      return !left;
    default:
      return false;
  }
};

const undoes = (result: Extract<PlanNode, { type: 'endEvent' }>['result']): boolean =>
  result.kind === 'compensation' || (result.kind === 'multiple' && result.of.some(undoes));
