import type { Json } from '@lianban/kernel';
import type { BufferedMessage, MessageLife } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';
import { addDuration, instantOf } from './iso-time.js';

/** Keeps a message for what will wait for it; one that comes early only for the time its definition gives it. */
export const keepMessage = (machine: Machine, message: string, event: Json, early: boolean): void => {
  const life = early ? lifeOf(machine, message) : undefined;
  const kept = { message, event, ...(life ? { life } : {}) };
  machine.buffer = [...machine.buffer, { ...kept, receivedAt: machine.context.now }];
  machine.emit({ kind: 'message-buffered', ...kept });
};

const lifeOf = (machine: Machine, message: string): MessageLife | undefined => {
  const { timeToLive } = machine.index.plan.messages[message] ?? {};
  const now = instantOf(machine.context.now);
  const until = timeToLive === undefined || now === undefined ? undefined : addDuration(now, timeToLive);
  return until === undefined ? undefined : { id: machine.nextId('m'), until: new Date(until).toISOString() };
};

/** Puts aside what was kept for too long: a message is there until its end, and at that very instant it is not. */
export const expireMessages = (machine: Machine): void => {
  const now = Date.parse(machine.context.now);
  const isOver = ({ life }: BufferedMessage): boolean => life !== undefined && Date.parse(life.until) <= now;
  const over = machine.buffer.filter(isOver);
  if (over.length === 0) return;
  machine.buffer = machine.buffer.filter((entry) => !isOver(entry));
  leaveUnused(machine, over, 'expired');
};

/** The case ends: what nothing has taken is said, so that nobody believes it was. */
export const leaveKeptMessages = (machine: Machine): void => {
  leaveUnused(
    machine,
    machine.buffer.filter(({ signal }) => !signal),
    'case-ended',
  );
  machine.buffer = [];
};

const leaveUnused = (
  machine: Machine,
  entries: readonly BufferedMessage[],
  why: 'expired' | 'case-ended',
): void => {
  for (const { message, event, receivedAt, life } of entries) {
    machine.emit({ kind: 'message-unused', message, event, receivedAt, why, ...(life ? { life } : {}) });
  }
};
