import type { Machine } from '../machine/machine.js';
import type { Stimulus } from '../stimulus.js';
import { type Applied, DONE, refuse } from './refusal.js';

/** Somebody begins an activity of an ad-hoc sub-process, once more or after all (BPMN 2.0.2 §13.3.5). */
export const startActivityAgain = (
  machine: Machine,
  { scope: id, node: activity }: Extract<Stimulus, { kind: 'start-activity' }>,
): Applied => {
  const scope = machine.scopes.get(id);
  const container = scope?.node === undefined || scope.loop ? undefined : machine.index.node(scope.node);
  if (!scope || scope.kept || container?.type !== 'subProcess' || !container.adHoc) {
    return refuse('conflict', 'CASES.NOT_AD_HOC', 'No ad-hoc sub-process is open there.');
  }
  if (!machine.index.inside(scope).starts.includes(activity)) {
    return refuse(
      'invalid',
      'CASES.ACTIVITY_NOT_INSIDE',
      'The sub-process has no such activity to begin with.',
    );
  }
  if (container.adHoc.ordering === 'sequential' && !machine.tokens.isEmpty(id)) {
    return refuse(
      'conflict',
      'CASES.ONE_AT_A_TIME',
      'Here one thing is done after the other, and one is under way.',
    );
  }
  machine.next({ kind: 'enter', token: machine.createToken(activity, id).id });
  return DONE;
};
