import type { CaseState, TakeBack, Token } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import type { Effect } from '../effect.js';
import type { Machine } from '../machine/machine.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';
import type { Stimulus } from '../stimulus.js';

/** 撤回: what came of the completion goes, and the step is open again as it was. */
export const takeBack = (machine: Machine, task: string): Applied => {
  const record = machine.takeBacks.find((one) => one.task === task);
  if (!record || !untouched(machine, record)) {
    return refuse(
      'conflict',
      'CASES.NOTHING_TO_TAKE_BACK',
      'What came of the completion has gone on: it cannot be taken back any more.',
    );
  }
  for (const id of record.tokens) {
    const token = machine.tokens.get(id);
    if (token) cancelToken(machine, token, { by: 'take-back' });
  }
  const { node, scope, backTo } = record;
  const again = machine.createToken(node, scope, backTo === undefined ? {} : { backTo });
  machine.next({ kind: 'enter', token: again.id });
  return DONE;
};

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
export const noteTakeBacks = (machine: Machine, before: CaseState, stimulus: Stimulus): void => {
  const kept = machine.takeBacks.filter((record) => untouched(machine, record));
  const fresh = stimulus.kind === 'complete-task' ? recordOf(machine, before, stimulus.task) : undefined;
  machine.takeBacks = fresh ? [...kept, fresh] : kept;
};

const recordOf = (machine: Machine, before: CaseState, task: string): TakeBack | undefined => {
  if (machine.effects.some(({ kind }) => HEARD.has(kind))) return undefined;
  const had = new Map(before.tokens.map((token) => [token.id, token]));
  const gone = before.tokens.filter(({ id }) => !machine.tokens.get(id));
  const [completed] = gone;
  if (!completed || gone.length > 1 || completed.id !== task || completed.instance) return undefined;
  const came: Token[] = [...machine.tokens.values()].filter(({ id }) => !had.has(id));
  // A token inside a sub-process goes with the one that holds it.
  const outer = came.filter(({ scope }) => scope === completed.scope);
  if (outer.length === 0 || !came.every((token) => isUntouched(machine, token))) return undefined;
  return {
    task,
    node: completed.node,
    scope: completed.scope,
    tokens: outer.map(({ id }) => id),
    all: came.map(({ id }) => id),
    ...(completed.backTo === undefined ? {} : { backTo: completed.backTo }),
  };
};

const untouched = (machine: Machine, { all }: TakeBack): boolean =>
  all.every((id) => {
    const token = machine.tokens.get(id);
    return token !== undefined && isUntouched(machine, token);
  });

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
