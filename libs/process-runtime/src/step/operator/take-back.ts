import type { EndedRound, TakeBack, TokenInstance } from '../../state/case-state.js';
import { cancelToken } from '../activities/cancel.js';
import { armBoundary, boundaryToArm } from '../events/arm.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';
import { isUndoable, openRoundOf } from './note-take-backs.js';
import { putBack } from './values-before.js';

/**
 * 撤回: what came of the completion goes, what it wrote is as it was, and the step is open again. A signature (会签) is
 * taken back while its round is open; the last one opens the round again. The others stand.
 */
export const takeBack = (machine: Machine, task: string): Applied => {
  const record = machine.takeBacks.find((one) => one.task === task);
  if (!record || !isUndoable(machine, record)) {
    return refuse(
      'conflict',
      'CASES.NOTHING_TO_TAKE_BACK',
      'What came of the completion has gone on: it cannot be taken back any more.',
    );
  }
  // Of a sequence, the one whose turn has come: it is to come once more.
  const next = record.instance && machine.tokens.get(record.tokens[0] ?? '')?.instance;
  for (const id of record.tokens) {
    const token = machine.tokens.get(id);
    if (token) cancelToken(machine, token, { by: 'take-back' });
  }
  const again = record.ended ? reopen(machine, record.ended) : [];
  if (!record.ended) withdrawFromRound(machine, record, next);
  forgetCompensation(machine, record);
  if (record.before) putBack(machine, record.before);
  const { node, scope, backTo, instance } = record;
  const own = machine.createToken(node, scope, {
    ...(backTo === undefined ? {} : { backTo }),
    ...(instance ? { instance } : {}),
  });
  machine.next(...again, { kind: 'enter', token: own.id });
  return DONE;
};

/** The round that the signature ended stands as before it; who was not needed any more is asked again. */
const reopen = (machine: Machine, { holder, body, spared, takeBacks }: EndedRound): readonly Work[] => {
  machine.reopenScope(body);
  machine.tokens.set(holder);
  machine.observe('entered', holder.node, holder);
  machine.takeBacks = [...machine.takeBacks, ...takeBacks];
  const events = armBoundary(machine, holder, boundaryToArm(machine, holder, machine.nodeOf(holder)));
  const tokens = spared.map((instance) => machine.createToken(holder.node, body.id, { instance }));
  return [...events, ...tokens.map(({ id }): Work => ({ kind: 'enter', token: id }))];
};

const withdrawFromRound = (machine: Machine, record: TakeBack, next: TokenInstance | undefined): void => {
  const round = openRoundOf(machine, record);
  if (!round) return;
  const { body, loop } = round;
  const { done = [], ...counts } = loop;
  const others = done.filter(({ counter }) => counter !== record.instance?.counter);
  machine.scopes.set({
    ...body,
    loop: {
      ...counts,
      started: loop.started - record.tokens.length,
      completed: loop.completed - 1,
      ...(loop.items && next ? { items: [next.item ?? null, ...loop.items] } : {}),
      ...(others.length === 0 ? {} : { done: others }),
    },
  });
};

/** What was not done needs no undoing. */
const forgetCompensation = (machine: Machine, { node, scope, instance }: TakeBack): void => {
  const stands = machine.scopeOf(scope);
  const home = instance && stands.parent !== undefined ? machine.scopeOf(stands.parent) : stands;
  const records = home.records ?? [];
  const last = records.findLastIndex(
    (one) => one.activity === node && one.instance?.counter === instance?.counter,
  );
  if (last < 0) return;
  const { records: _all, ...bare } = home;
  const left = records.toSpliced(last, 1);
  machine.scopes.set(left.length === 0 ? bare : { ...bare, records: left });
};
