import { requestService } from '../activities/start-activity.js';
import { beginActivity } from '../activities/enter-activity.js';
import { settleAdHoc, settleIdleAdHocs, settleScope } from '../activities/settle-scope.js';
import { undoNext } from '../compensation/undo.js';
import { judgeConditions } from '../events/conditions.js';
import { deliver, deliverMessage } from '../events/deliver.js';
import { expireMessages } from '../events/kept-messages.js';
import { throwPart } from '../events/throw.js';
import { readyJoin } from '../gateways/waiting-joins.js';
import { finishLoop } from '../loops/finish-loop.js';
import type { ExpressionFailure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import type { Work } from '../machine/work.js';
import { enter } from './enter.js';
import { leave } from './leave.js';
import { stop } from './stop.js';

/** A loop that waits for nothing is endless; the case is locked meanwhile. */
const VISIT_BUDGET = 2_000;

/** Works until nothing moves by itself any more: then buffered messages, then waiting joins, may start it again. */
export const run = (machine: Machine): void => {
  const { visitBudget = VISIT_BUDGET } = machine.context;
  let visits = 0;
  // A stimulus may change data and move nothing.
  judgeAnew(machine);
  for (;;) {
    for (let work = machine.takeWork(); work; work = machine.takeWork()) {
      if (work.kind === 'enter') visits += 1;
      if (work.kind === 'enter' && visits > visitBudget + machine.granted) stopEndless(machine, work);
      else perform(machine, work);
      judgeAnew(machine);
    }
    if (machine.ended || machine.suspended) return;
    expireMessages(machine);
    if (!deliverBuffered(machine) && !fireReadyJoin(machine)) return;
  }
};

const judgeAnew = (machine: Machine): void => {
  if (!machine.changed) return;
  machine.changed = false;
  machine.next(...judgeConditions(machine), ...settleIdleAdHocs(machine));
};

const perform = (machine: Machine, work: Work): void => {
  const failed = machine.atomically(() => machine.next(...follow(machine, work)));
  if (failed) blame(machine, work, failed);
};

/** Does one piece of work and answers what follows of it. What an earlier piece took away is left alone. */
const follow = (machine: Machine, work: Work): readonly Work[] => {
  switch (work.kind) {
    case 'undo':
      return undoNext(machine, work.run);
    case 'settle-scope':
    case 'settle-ad-hoc': {
      const scope = machine.scopes.get(work.scope);
      if (!scope) return [];
      return work.kind === 'settle-scope' ? settleScope(machine, scope) : settleAdHoc(machine, scope);
    }
    case 'fire': {
      const wait = machine.waits.get(work.wait);
      return wait ? deliver(machine, wait) : [];
    }
    default:
      return move(machine, work);
  }
};

const move = (machine: Machine, work: Extract<Work, { token: string }>): readonly Work[] => {
  const token = machine.tokens.get(work.token);
  if (!token) return [];
  const node = machine.nodeOf(token);
  switch (work.kind) {
    case 'enter':
      return enter(machine, token, node, work.via);
    case 'leave':
      return leave(machine, token, node, work.locals);
    case 'begin':
      return 'boundary' in node ? beginActivity(machine, token, node) : [];
    case 'request':
      return 'implementation' in node ? requestService(machine, token, node) : [];
    case 'throw':
      return 'result' in node ? throwPart(machine, token, node, work.part) : [];
    case 'finish-loop':
      return finishLoop(machine, token);
  }
};

/** Something failed: its token waits for a person, or the holder of the scope it failed in. */
const blame = (machine: Machine, work: Work, failed: ExpressionFailure): void => {
  const { code } = failed.error;
  if (work.kind === 'fire' || work.kind === 'undo') {
    const wait = work.kind === 'fire' ? machine.waits.get(work.wait) : undefined;
    const token = wait?.token ?? wait?.id ?? '';
    machine.emit({ kind: 'incident', node: wait?.node ?? '', token, code, message: failed.message });
    return;
  }
  const token = 'token' in work ? machine.tokens.get(work.token) : machine.tokens.holderOf(work.scope);
  if (!token) return;
  const via = work.kind === 'enter' && work.via !== undefined ? { arrivedBy: work.via } : {};
  stop(machine, { ...token, ...via }, PHASES[work.kind], code, failed.message);
};

const PHASES = {
  enter: 'enter',
  begin: 'enter',
  throw: 'enter',
  leave: 'leave',
  'finish-loop': 'leave',
  'settle-scope': 'leave',
  'settle-ad-hoc': 'leave',
  request: 'service',
} as const;

/** A join must know by which way the token came when it is tried again. */
const stopEndless = (machine: Machine, { token: id, via }: Extract<Work, { kind: 'enter' }>): void => {
  const token = machine.tokens.get(id);
  if (!token) return;
  stop(
    machine,
    via === undefined ? token : { ...token, arrivedBy: via },
    'enter',
    'CASES.ENDLESS_LOOP',
    'The process runs in a loop that waits for nothing.',
  );
};

const deliverBuffered = (machine: Machine): boolean => {
  for (const entry of machine.buffer) {
    if (entry.signal) continue;
    const [wait] = machine.waits.named('message', entry.message);
    if (!wait) continue;
    const failed = machine.atomically(() => {
      machine.buffer = machine.buffer.filter((other) => other !== entry);
      machine.next(...deliverMessage(machine, wait, entry.message, entry.event, entry.life));
    });
    if (!failed) return true;
    blame(machine, { kind: 'fire', wait: wait.id }, failed);
  }
  return false;
};

const fireReadyJoin = (machine: Machine): boolean => {
  const ready = readyJoin(machine);
  if (!ready) return false;
  const failed = machine.atomically(() => machine.next(...ready.go()));
  if (failed) stop(machine, ready.token, 'enter', failed.error.code, failed.message);
  return true;
};
