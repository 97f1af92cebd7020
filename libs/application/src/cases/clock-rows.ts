import type { ClockReading } from '@lianban/calendar';
import { type CaseClock, type ClockChange, courtOfGround, emergencyStop, latenessOf } from '@lianban/domain';
import { v7 as newId } from 'uuid';
import { clockOfTask } from './clock-of-task.js';
import { readingUntouched } from './reading-untouched.js';
import type { StepRows } from './step-rows.js';

/** Persists how clocks moved and tells open tasks of their new due instants. */
export const addClocks = (rows: StepRows, changes: readonly ClockChange[]): void => {
  for (const { clock, isNew, isRetired, appended, reading, schedule, entries } of changes) {
    const { definition } = clock;
    rows.clocks.push({
      id: clock.id,
      definition: definition.id,
      node: clock.node,
      nameZh: definition.name.zh,
      nameEn: definition.name.en,
      scope: definition.scope,
      kind: definition.kind,
      basis: definition.basis,
      ladder: definition.ladder,
      state: reading.state,
      startedAt: reading.startedAt,
      ...(reading.dueAt === undefined ? {} : { dueAt: reading.dueAt }),
      provisional: reading.provisional,
      ...(reading.stoppedSince === undefined ? {} : { stoppedSince: reading.stoppedSince }),
      ...(reading.closedAt === undefined ? {} : { closedAt: reading.closedAt }),
      ...(reading.breachedAt === undefined ? {} : { breachedAt: reading.breachedAt }),
      retired: isRetired,
    });
    const first = clock.ledger.length - appended.length;
    appended.forEach((entry, offset) => {
      rows.clockEntries.push({ clockId: clock.id, seq: first + offset + 1, at: entry.at, entry });
    });
    for (const { level, ladder } of entries) {
      rows.accountability.push({
        id: newId(),
        clockId: clock.id,
        level,
        ladder,
        kind: latenessOf(definition.kind),
        basis: definition.basis,
        officeId: rows.held.tasks.find(({ node }) => node === clock.node)?.officeId ?? '',
        dueAt: reading.breachedAt ?? '',
      });
    }
    if (!isNew) rows.dropDue(clock.id);
    const [next] = schedule;
    if (next) {
      rows.due.push({
        id: newId(),
        kind: 'rung',
        at: next.at,
        ref: clock.id,
        clockId: clock.id,
        held: rows.after.suspended !== undefined,
        payload: { schedule },
      });
    }
    if (!isRetired) tellTasks(rows, clock, reading);
  }
  fillDueOfNewTasks(rows, changes);
};

/** A task may come to a clock that has been running for long: its step is entered again, or it is a case clock. */
const fillDueOfNewTasks = (rows: StepRows, changes: readonly ClockChange[]): void => {
  rows.tasks.forEach((task, index) => {
    const reading = readingUntouched(rows, changes, task);
    if (!reading) return;
    if (reading.state === 'stopped') {
      rows.tasks[index] = { ...task, mark: 'paused' };
      waitForEmergency(rows, task.token, reading.stopGround);
    }
    if (reading.state !== 'running' || reading.dueAt === undefined) return;
    rows.tasks[index] = {
      ...task,
      dueAt: reading.dueAt,
      mark: reading.dueAt <= rows.held.now ? 'overdue' : 'none',
    };
  });
};

/** A task that comes while an emergency lasts is nobody's turn yet. */
const waitForEmergency = (rows: StepRows, token: string, ground: string | undefined): void => {
  if (!ground?.startsWith(emergencyStop(''))) return;
  const index = rows.courtOpens.findIndex(({ obligation }) => obligation === token);
  const open = rows.courtOpens[index];
  if (open) rows.courtOpens[index] = { ...open, holderKind: courtOfGround(ground), holderId: ground };
};

const tellTasks = (rows: StepRows, clock: CaseClock, { state, dueAt, stopGround }: ClockReading): void => {
  const answers = (node: string): boolean =>
    clockOfTask(rows.around.definition.plan, node) === clock.definition.id;
  const time =
    state === 'stopped'
      ? { dueAt: 'infinity', mark: 'paused' }
      : { dueAt: (state === 'running' && dueAt) || 'infinity', mark: 'none' };
  rows.tasks.forEach((task, index) => {
    if (!answers(task.node)) return;
    rows.tasks[index] = { ...task, ...time };
    waitForEmergency(rows, task.token, stopGround);
  });
  for (const task of rows.held.tasks) {
    if (answers(task.node)) rows.taskChanges.push({ token: task.token, ...time });
  }
};
