import type { JsonObject } from '@lianban/kernel';
import type { EventSubProcess } from '../../plan/containers.js';
import type { BoundaryEvent } from '../../plan/plan-node.js';
import type { Scope, Token } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { fireBoundary, fireEventSubProcess } from './fire.js';
import { catchesCode } from './triggers.js';

export type Catcher =
  | { readonly kind: 'boundary'; readonly event: BoundaryEvent; readonly holder: Token }
  | { readonly kind: 'event-sub-process'; readonly scope: Scope; readonly sub: EventSubProcess };

type Thrown = 'error' | 'escalation';

/**
 * The nearest catcher of what a token throws (BPMN 2.0.2 §10.5.1, §13.5.4): the boundary of the activity itself, then
 * from its scope outwards the event sub-processes of each scope and the boundary of what holds it, through loops and
 * call activities. On each level one that names the code comes before one that names none.
 */
export const findCatcher = (
  machine: Machine,
  token: Token,
  kind: Thrown,
  code: string,
): Catcher | undefined => {
  const own = boundaryFor(machine, token, kind, code);
  if (own) return own;
  let from = token;
  for (;;) {
    const scope = machine.scopeOf(from.scope);
    const inside = eventSubProcessFor(machine, scope, from, kind, code);
    if (inside) return inside;
    const holder = machine.tokens.holderOf(scope.id) ?? keeperOf(scope);
    if (!holder) return undefined;
    const around = boundaryFor(machine, holder, kind, code);
    if (around) return around;
    from = holder;
  }
};

/** Hands over what was thrown. An error always interrupts, whatever the file says (BPMN 2.0.2 §10.5.4). */
export const catchBy = (
  machine: Machine,
  catcher: Catcher,
  kind: Thrown,
  words: JsonObject,
): readonly Work[] => {
  if (catcher.kind === 'boundary') {
    const { event, holder } = catcher;
    return fireBoundary(machine, event, holder, words, kind === 'error' || event.interrupting);
  }
  const { scope, sub } = catcher;
  return fireEventSubProcess(
    machine,
    scope,
    sub,
    words,
    kind === 'error' || sub.start.interrupting !== false,
  );
};

/** The inside of something completed, which is being undone, stands in the scope it was completed in. */
const keeperOf = ({ id, kept, node = '', parent }: Scope): Token | undefined =>
  kept && parent !== undefined ? { id: '', node, scope: parent, holds: id } : undefined;

const boundaryFor = (machine: Machine, holder: Token, kind: Thrown, code: string): Catcher | undefined => {
  const node = machine.nodeOf(holder);
  if (holder.id === '' || !('boundary' in node) || machine.isInstance(holder)) return undefined;
  const events = node.boundary.flatMap((id) => {
    const event = machine.index.node(id);
    return event.type === 'boundaryEvent' ? [event] : [];
  });
  const event = best(events, ({ trigger }) => catchesCode(trigger, kind, code));
  return event && { kind: 'boundary', event, holder };
};

/** An event sub-process does not catch what it throws itself. */
const eventSubProcessFor = (
  machine: Machine,
  scope: Scope,
  from: Token,
  kind: Thrown,
  code: string,
): Catcher | undefined => {
  if (scope.interrupted || scope.kept || scope.loop) return undefined;
  const others = machine.index.inside(scope).eventSubProcesses.filter(({ node }) => node.id !== from.node);
  const sub = best(others, ({ start }) => catchesCode(start.trigger, kind, code));
  return sub && { kind: 'event-sub-process', scope, sub };
};

const best = <T>(
  candidates: readonly T[],
  rank: (candidate: T) => 'named' | 'any' | undefined,
): T | undefined =>
  candidates.find((candidate) => rank(candidate) === 'named') ??
  candidates.find((candidate) => rank(candidate) === 'any');
