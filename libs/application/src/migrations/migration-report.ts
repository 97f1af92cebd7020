import type { MigrationFinding, MigrationReport } from '@lianban/contracts';
import { addedClocks, redefineClocks } from '@lianban/domain';
import { readLedger } from '@lianban/calendar';
import { type MigrationFinding as Finding, checkMigration, mapped } from '@lianban/process-runtime';
import { type BusinessRules, calendarOfClock } from '../calendars/index.js';
import { describeClock } from '../casework/describe-clock.js';
import { timerName } from '../casework/timer-name.js';
import type { CaseRecord } from '../casework/case-reader.port.js';
import type { PublishedDefinition } from '../definitions/index.js';
import { type FullDirectory, officeOfStep } from '../routing/index.js';

const MESSAGES: Readonly<Record<Finding['code'], string>> = {
  'MIGRATION.UNMAPPED': 'The case stands here, and the other version has no such step: map it to one.',
  'MIGRATION.TYPE_CHANGED':
    'The other version has a step of another kind here: map it to one of the same kind.',
  'MIGRATION.OUTSIDE':
    'The other version has this step inside another sub-process: map that one, or another step.',
  'MIGRATION.UNDER_WAY': 'Something is being undone in this case: wait until it is through.',
  'MIGRATION.TIMER_LOST': 'This timer will not fire any more.',
  'MIGRATION.WAIT_LOST': 'This event will not be waited for any more.',
  'MIGRATION.COMPENSATION_LOST': 'This step was done and cannot be undone by the process any more.',
  'MIGRATION.WAIT_ADDED': 'This event will be waited for from now on.',
};

type Deadline = MigrationReport['deadlines'][number];

/** What a migration meets in a case, found without touching it. */
export const migrationReport = (
  file: CaseRecord,
  from: PublishedDefinition,
  to: PublishedDefinition,
  mapping: Readonly<Record<string, string>>,
  rules: BusinessRules,
  directory: FullDirectory,
): MigrationReport => {
  const { district } = file;
  const offices = file.tasks.map(({ node, office }) => ({ node, officeId: office.id }));
  const calendarOf = calendarOfClock(rules, district, (node) =>
    officeOfStep({ plan: from.plan, district, directory }, node, offices, file.data),
  );
  const check = checkMigration(from.plan, to.plan, file.state, mapping);
  const tell = ({ code, node }: Finding): MigrationFinding => ({
    code,
    node,
    name: timerName(from.plan.nodes[node] ? from.plan : to.plan, node),
    message: MESSAGES[code],
  });
  const open = file.clocks.flatMap((record) => {
    const definition = from.plan.clocks[record.definition];
    const fired = record.firings.map(({ level }) => level);
    const calendar = calendarOf(record.scope, record.node);
    const reading = definition && readLedger(record.ledger, definition, calendar);
    const runs = reading?.state === 'running' || reading?.state === 'stopped';
    return definition && runs ? [{ ...record, definition, fired }] : [];
  });
  const version = `${to.key} ${to.version}`;
  const redefined = redefineClocks(open, {
    to: to.plan,
    version,
    calendarOf,
    ladders: rules.ladders,
    now: file.now,
  });
  const staying = file.clocks.flatMap((record) => {
    const definition = to.plan.clocks[record.definition];
    return definition ? [{ ...record, definition, fired: record.firings.map(({ level }) => level) }] : [];
  });
  const standing = file.tasks.flatMap(({ node, status }) =>
    status === 'open' ? [mapped(mapping, node)] : [],
  );
  const added = addedClocks(staying, standing, {
    plan: to.plan,
    calendarOf,
    ladders: rules.ladders,
    milestones: file.state.milestones,
    now: file.now,
    newId: () => 'added',
  });
  return {
    from: { definitionId: from.id, version: from.version },
    to: { definitionId: to.id, version: to.version },
    problems: check.problems.map(tell),
    lostTimers: check.lost.map(tell),
    newTimers: check.added.map(tell),
    deadlines: [
      ...redefined.map(({ clock, isRetired, reading }): Deadline => {
        const record = file.clocks.find(({ id }) => id === clock.id);
        const calendar = record && calendarOf(record.scope, record.node);
        const before =
          calendar &&
          describeClock(record, from.plan.clocks[record.definition], undefined, calendar, file.now);
        const due = before?.dueAt;
        const change = isRetired ? 'gone' : due === reading.dueAt ? 'same' : 'moved';
        return {
          name: record?.name ?? clock.definition.name,
          ...(due === undefined ? {} : { from: due }),
          ...(isRetired || reading.dueAt === undefined ? {} : { to: reading.dueAt }),
          change,
        };
      }),
      ...added.map(({ clock, reading }): Deadline => ({
        name: clock.definition.name,
        ...(reading.dueAt === undefined ? {} : { to: reading.dueAt }),
        change: 'added',
      })),
    ],
  };
};
