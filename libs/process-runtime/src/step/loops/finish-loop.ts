import type { JsonObject } from '@lianban/kernel';
import type { MultiInstance } from '../../plan/loop-definition.js';
import type { LoopState, Token } from '../../state/case-state.js';
import { cancelScope } from '../activities/cancel.js';
import type { Machine } from '../machine/machine.js';
import { keepWords, wordsOf } from '../machine/variables.js';
import type { Work } from '../machine/work.js';
import { outcomesOf } from './loop-counts.js';
import { decide } from './signing.js';

/** All instances are done, or the rest is not needed any more: what still runs is taken away, and the activity left. */
export const finishLoop = (machine: Machine, token: Token): readonly Work[] => {
  const body = token.holds === undefined ? undefined : machine.scopes.get(token.holds);
  const node = machine.nodeOf(token);
  if (!body?.loop || !('loop' in node) || !node.loop) return [];
  const definition = node.loop;
  const { loop } = body;
  cancelScope(machine, body);
  const { holds: _body, ...free } = token;
  machine.tokens.set(free);
  if (definition.kind === 'multi') gather(machine, free, definition, loop);
  return [{ kind: 'leave', token: token.id, locals: wordsOf(machine, free, node.id) }];
};

const gather = (
  machine: Machine,
  token: Token,
  { output, signing }: MultiInstance,
  loop: LoopState,
): void => {
  const done = (loop.done ?? []).toSorted((a, b) => a.counter - b.counter);
  if (output) {
    machine.put({ [output.collection]: done.map(({ gathered }) => gathered ?? null) }, token);
  }
  const outcome = signing && decide(signing, loop.total ?? 0, outcomesOf(loop.done ?? []));
  const words: JsonObject = {
    ...(outcome === undefined ? {} : { outcome }),
    results: done.map(({ words: said }) => said ?? {}),
  };
  keepWords(machine, machine.tokens.get(token.id) ?? token, token.node, words);
};
