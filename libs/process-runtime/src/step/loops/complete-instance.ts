import type { EventResult } from '../../plan/event-trigger.js';
import type { MultiInstance, StandardLoop } from '../../plan/loop-definition.js';
import type { Activity } from '../../plan/plan-node.js';
import type { LoopState, Scope, Token } from '../../state/case-state.js';
import { completeInside } from '../compensation/records.js';
import { throwFrom } from '../events/throw.js';
import { putOutputs } from '../flow/pass.js';
import type { Machine } from '../machine/machine.js';
import type { LocalVariables, Work } from '../machine/work.js';
import { countsOf, outcomesOf } from './loop-counts.js';
import { decide } from './signing.js';
import { nextInstance } from './start-loop.js';

/** One instance of an activity is done: what it puts out, then whether there is another. */
export const completeInstance = (
  machine: Machine,
  token: Token,
  node: Activity,
  locals: LocalVariables,
): readonly Work[] => {
  const body = machine.scopeOf(token.scope);
  const holder = machine.tokens.holderOf(body.id);
  const { loop } = node;
  if (!holder || !body.loop || !loop) throw new Error(`The token ${token.id} is no instance of a loop.`);
  putOutputs(machine, token, node, locals);
  const fresh = machine.tokens.get(token.id) ?? token;
  return loop.kind === 'standard'
    ? anotherRound(machine, fresh, holder, node, loop, locals)
    : anotherInstance(machine, fresh, holder, node, loop, locals);
};

const anotherRound = (
  machine: Machine,
  token: Token,
  holder: Token,
  node: Activity,
  { condition }: StandardLoop,
  locals: LocalVariables,
): readonly Work[] => {
  const { body, loop } = bodyOf(machine, token);
  const completed = loop.completed + 1;
  const goes =
    (loop.maximum === undefined || completed < loop.maximum) &&
    (condition === undefined || machine.isTrue(condition, token, locals));
  finish(machine, token, holder, node);
  machine.scopes.set({ ...body, loop: { ...loop, completed } });
  return goes ? nextInstance(machine, body.id, node) : [{ kind: 'finish-loop', token: holder.id }];
};

const anotherInstance = (
  machine: Machine,
  token: Token,
  holder: Token,
  node: Activity,
  definition: MultiInstance,
  locals: LocalVariables,
): readonly Work[] => {
  const { body, loop } = bodyOf(machine, token);
  const { output, completion, signing, sequential } = definition;
  const { counter, words } = token.instance ?? { counter: 0 };
  const gathered = output ? machine.evaluate(output.item, token, locals) : undefined;
  const now: LoopState = {
    ...loop,
    completed: loop.completed + 1,
    done: [
      ...(loop.done ?? []),
      { counter, ...(words ? { words } : {}), ...(gathered === undefined ? {} : { gathered }) },
    ],
  };
  const asks = completion !== undefined || definition.behavior === 'complex';
  const counts = asks ? { ...locals, ...countsOf(now) } : locals;
  const thrown = thrownBy(machine, token, definition, now, counts);
  const total = now.total ?? 0;
  const over =
    now.completed >= total ||
    (completion !== undefined && machine.isTrue(completion, token, counts)) ||
    (signing !== undefined && decide(signing, total, outcomesOf(now.done ?? [])) !== undefined);
  finish(machine, token, holder, node);
  machine.scopes.set({ ...body, loop: now });
  const work: Work[] = [];
  for (const result of thrown) {
    if (machine.tokens.get(holder.id)) work.push(...throwFrom(machine, holder, node, result));
  }
  if (!machine.tokens.get(holder.id)) return work;
  if (over) work.push({ kind: 'finish-loop', token: holder.id });
  else if (sequential) work.push(...nextInstance(machine, body.id, node));
  return work;
};

/** Events of this completion (BPMN 2.0.2 Table 10.29, `behavior`). */
const thrownBy = (
  machine: Machine,
  token: Token,
  { behavior, event, complex = [] }: MultiInstance,
  { completed }: LoopState,
  locals: LocalVariables,
): readonly EventResult[] => {
  if (behavior === 'complex') {
    return complex.flatMap((one) => (machine.isTrue(one.condition, token, locals) ? [one.event] : []));
  }
  const throws = behavior === 'none' || (behavior === 'one' && completed === 1);
  return throws && event ? [event] : [];
};

const finish = (machine: Machine, token: Token, holder: Token, node: Activity): void => {
  completeInside(machine, token, node, holder.scope);
  machine.closeWaitsOf(token.id);
  machine.tokens.delete(token.id);
  machine.observe('left', node.id, token);
};

const bodyOf = (machine: Machine, token: Token): { readonly body: Scope; readonly loop: LoopState } => {
  const body = machine.scopeOf(token.scope);
  if (!body.loop) throw new Error(`The scope ${body.id} is no body of a loop.`);
  return { body, loop: body.loop };
};
