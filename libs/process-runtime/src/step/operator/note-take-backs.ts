import type { LoopState, Scope, TakeBack, Token } from '../../state/case-state.js';
import type { Effect } from '../effect.js';
import type { Machine } from '../machine/machine.js';
import type { Stimulus } from '../stimulus.js';
import { type CaseBefore, valuesBefore, withoutWritten } from './values-before.js';

/** Once the world has heard of a completion, or something else took part in it, it stands. */
const HEARD: ReadonlySet<Effect['kind']> = new Set([
  'service-requested',
  'message-thrown',
  'message-consumed',
  'signal-thrown',
  'event-emitted',
  'clock-stop',
  'incident',
  'case-ended',
]);

/** What a completion may be undone by, kept for as long as that is possible and no longer. */
export const noteTakeBacks = (machine: Machine, before: CaseBefore, stimulus: Stimulus): void => {
  if (machine.takeBacks.length === 0 && stimulus.kind !== 'complete-task') return;
  const kept = machine.takeBacks.filter((record) => isUndoable(machine, record));
  const fresh = stimulus.kind === 'complete-task' ? recordOf(machine, before, stimulus.task) : undefined;
  machine.takeBacks = kept;
  if (kept.length === 0 && !fresh) return;
  const written = valuesBefore(machine, before);
  machine.takeBacks = kept.map((record) =>
    record.before ? { ...record, before: withoutWritten(record.before, written) } : record,
  );
  if (fresh) machine.takeBacks = [...machine.takeBacks, { ...fresh, before: written }];
};

export const isUndoable = (machine: Machine, record: TakeBack): boolean =>
  (record.instance === undefined || openRoundOf(machine, record) !== undefined) &&
  record.all.every((id) => {
    const token = machine.tokens.get(id);
    return token !== undefined && isUntouched(machine, token);
  });

/** The round that a signature is one of. A signature stays in it, until it is taken back or the round ends. */
export const openRoundOf = (
  machine: Machine,
  { scope, instance }: TakeBack,
): { readonly body: Scope; readonly loop: LoopState } | undefined => {
  const body = instance && machine.scopes.get(scope);
  return body?.loop?.total === undefined ? undefined : { body, loop: body.loop };
};

const recordOf = (machine: Machine, { state }: CaseBefore, task: string): TakeBack | undefined => {
  if (machine.effects.some(({ kind }) => HEARD.has(kind))) return undefined;
  const had = new Map(state.tokens.map((token) => [token.id, token]));
  const gone = state.tokens.filter(({ id }) => !machine.tokens.get(id));
  const [completed] = gone;
  if (!completed || gone.length > 1 || completed.id !== task) return undefined;
  const came: Token[] = [...machine.tokens.values()].filter(({ id }) => !had.has(id));
  // A token inside a sub-process goes with the one that holds it; one beside, in a scope there was, would stay.
  const scopes = new Set(state.scopes.map(({ id }) => id));
  const outer = came.filter(({ scope }) => scopes.has(scope));
  if (outer.some(({ scope }) => scope !== completed.scope)) return undefined;
  if (!came.every((token) => isUntouched(machine, token))) return undefined;
  const { node, scope, backTo, instance } = completed;
  const record: TakeBack = {
    task,
    node,
    scope,
    tokens: outer.map(({ id }) => id),
    all: came.map(({ id }) => id),
    ...(backTo === undefined ? {} : { backTo }),
    ...(instance ? { instance } : {}),
  };
  // A signature may bring nothing about: its round waits for the others.
  return instance ? openRoundOf(machine, record) && record : outer.length > 0 ? record : undefined;
};

/** It waits: for a person, for an event, or for what it holds. */
const isUntouched = (machine: Machine, token: Token): boolean => {
  if (token.incident || token.idle) return false;
  const { type } = machine.nodeOf(token);
  return (
    type === 'userTask' ||
    type === 'manualTask' ||
    token.holds !== undefined ||
    machine.waits.of(token.id).length > 0
  );
};
