import type {
  CaseState,
  EndedRound,
  LoopState,
  Scope,
  TakeBack,
  Token,
  ValuesBefore,
} from '../../state/case-state.js';
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
  machine.takeBacks = kept.map((record) => sparing(record, written));
  if (!fresh) return;
  const { ended } = fresh;
  const round = ended
    ? { ended: { ...ended, takeBacks: ended.takeBacks.map((record) => sparing(record, written)) } }
    : {};
  machine.takeBacks = [...machine.takeBacks, { ...fresh, ...round, before: written }];
};

const sparing = (record: TakeBack, written: ValuesBefore): TakeBack =>
  record.before ? { ...record, before: withoutWritten(record.before, written) } : record;

export const isUndoable = (machine: Machine, record: TakeBack): boolean =>
  (record.instance === undefined ||
    record.ended !== undefined ||
    openRoundOf(machine, record) !== undefined) &&
  record.all.every((id) => {
    const token = machine.tokens.get(id);
    return token !== undefined && isUntouched(machine, token);
  });

/** The round that a signature is one of, while it is open. */
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
  const completed = had.get(task);
  if (!completed || machine.tokens.get(task)) return undefined;
  const ended = roundEndedBy(machine, state, completed);
  // What is left: the step itself, or with its last signature the whole round.
  const left = ended?.holder ?? completed;
  if (left.undoes !== undefined) return undefined;
  const gone = state.tokens.filter(({ id }) => !machine.tokens.get(id));
  if (gone.some(({ id, scope }) => id !== task && id !== left.id && scope !== ended?.body.id))
    return undefined;
  const came: Token[] = [...machine.tokens.values()].filter(({ id }) => !had.has(id));
  // A token inside a sub-process goes with the one that holds it; one beside, in a scope there was, would stay.
  const scopes = new Set(state.scopes.map(({ id }) => id));
  const outer = came.filter(({ scope }) => scopes.has(scope));
  if (outer.some(({ scope }) => scope !== left.scope)) return undefined;
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
    ...(ended ? { ended } : {}),
  };
  // A signature may bring nothing about: its round waits for the others.
  return outer.length > 0 || openRoundOf(machine, record) ? record : undefined;
};

/** Where the completion was the last signature: the round as it was before it. */
const roundEndedBy = (
  machine: Machine,
  { tokens, scopes }: CaseState,
  { id, scope, instance }: Token,
): EndedRound | undefined => {
  if (!instance || machine.scopes.get(scope)) return undefined;
  const body = scopes.find((one) => one.id === scope);
  const holder = tokens.find(({ holds }) => holds === scope);
  if (body?.loop?.total === undefined || !holder || machine.tokens.get(holder.id)) return undefined;
  return {
    holder,
    body,
    spared: tokens.flatMap((token) =>
      token.scope === scope && token.id !== id && token.instance ? [token.instance] : [],
    ),
    takeBacks: machine.takeBacks.filter((record) => record.scope === scope),
  };
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
