import type { JsonObject } from '@lianban/kernel';
import type { Activity } from '../../plan/plan-node.js';
import type { Token } from '../../state/case-state.js';
import { armScope } from '../events/arm.js';
import type { Machine } from '../machine/machine.js';
import { wordsOf } from '../machine/variables.js';
import type { Work } from '../machine/work.js';

interface Opening {
  readonly process?: string;
  readonly data?: JsonObject;
  /** Set once the scope is there: its own variables take it up. */
  readonly input: JsonObject;
  /** The start event that happened, of an event sub-process. */
  readonly startedBy?: string;
  /** Of an ad-hoc sub-process: whether only one thing is done at a time. */
  readonly oneByOne?: boolean;
}

/**
 * Opens the inside of a sub-process or called process. Its event sub-processes are armed, and what their conditions
 * start comes, before anything else inside starts.
 */
export const openInside = (
  machine: Machine,
  token: Token,
  node: Activity,
  { process, data, input, startedBy, oneByOne }: Opening,
): readonly Work[] => {
  const { starts } = machine.index.inside(process === undefined ? { node: node.id } : { process });
  const own = 'start' in node && node.start !== undefined && startedBy === undefined ? node.start : undefined;
  const entered = own === undefined || starts.includes(own) ? starts : [own, ...starts];
  const [first, ...later] = entered;
  const scope = machine.openScope({
    node: node.id,
    parent: token.scope,
    ...(process === undefined ? {} : { process }),
    ...(data === undefined ? {} : { data }),
    ...(oneByOne && later.length > 0 ? { toStart: later } : {}),
  });
  machine.tokens.set({ ...token, holds: scope.id });
  machine.put(input, { scope: scope.id });
  const work: Work[] = [...armScope(machine, scope)];
  if (startedBy !== undefined) {
    const start = machine.createToken(startedBy, scope.id);
    machine.observe('happened', startedBy, start);
    work.push({ kind: 'leave', token: start.id, locals: wordsOf(machine, start, startedBy) });
  }
  for (const id of oneByOne ? (first === undefined ? [] : [first]) : entered) {
    work.push({ kind: 'enter', token: machine.createToken(id, scope.id).id });
  }
  if (machine.tokens.isEmpty(scope.id)) work.push({ kind: 'settle-scope', scope: scope.id });
  return work;
};
