import { isDeepStrictEqual } from 'node:util';
import type { CasePreview, ClockChangeKind, ClockView, Text2 } from '@lianban/contracts';
import type { CaseRecord, CourtRecord } from './case-reader.port.js';
import { groundText } from './describe-clock.js';

/** A case at one side of a transition, its clocks and obligations in words. */
export interface CaseSide extends Pick<CaseRecord, 'tasks' | 'documents' | 'status' | 'outcome'> {
  readonly clocks: readonly (ClockView & { readonly definition: string })[];
  readonly court: readonly (CourtRecord & { readonly name: Text2 })[];
  /** Data of the case, without what steps were completed with. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly timers: readonly { readonly wait: string; readonly name: Text2; readonly at: string }[];
  readonly incidents: readonly {
    readonly id: string;
    readonly name: Text2;
    readonly code: string;
    readonly message: string;
  }[];
}

/** What one transition changed, in the words of somebody who has to answer for it. */
export const previewOf = (before: CaseSide, after: CaseSide, aboutData = false): CasePreview => {
  const openBefore = new Set(before.tasks.filter(({ status }) => status === 'open').map(({ id }) => id));
  const known = new Set(
    [...before.tasks.filter(({ status }) => status === 'open'), ...before.documents, ...before.incidents].map(
      ({ id }) => id,
    ),
  );
  const held = new Set(before.court.map(({ obligation }) => obligation));
  const outcome = after.outcome === undefined ? {} : { outcome: after.outcome };
  const armed = (side: CaseSide, other: CaseSide): CasePreview['timers']['armed'] =>
    side.timers
      .filter(({ wait, at }) => !other.timers.some((timer) => timer.wait === wait && timer.at === at))
      .map(({ name, at }) => ({ name, at }));
  return {
    opens: after.tasks
      .filter(({ id, status }) => status === 'open' && !known.has(id))
      .map(({ name, office, assignee, dueAt }) => ({
        name,
        office: office.name,
        ...(assignee === undefined ? {} : { holder: assignee.name }),
        ...(dueAt === undefined ? {} : { dueAt }),
      })),
    cancels: after.tasks
      .filter(({ id, status }) => status === 'cancelled' && openBefore.has(id))
      .map(({ name, office, assignee }) => ({
        name,
        office: office.name,
        ...(assignee === undefined ? {} : { holder: assignee.name }),
      })),
    documents: after.documents.filter(({ id }) => !known.has(id)).map(({ title }) => title),
    documentsKept: before.documents.map(({ number, title }) => ({ number, title })),
    clocks: after.clocks.flatMap((clock) => clockChange(before, clock) ?? []),
    timers: { armed: armed(after, before), gone: armed(before, after) },
    values: aboutData ? changedValues(before.values, after.values) : [],
    waits: after.court
      .filter(({ obligation, to, kind }) => to === undefined && !held.has(obligation) && !atWork.has(kind))
      .map(({ holder, name }) => ({ holder, name })),
    incidents: after.incidents
      .filter(({ id }) => !known.has(id))
      .map(({ name, code, message }) => ({ name, code, message })),
    ...(after.status === 'ended' ? { ended: outcome } : {}),
  };
};

const changedValues = (before: CaseSide['values'], after: CaseSide['values']): CasePreview['values'] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    return isDeepStrictEqual(was, is) ? [] : [{ name, before: was, after: is }];
  });

/** Their obligations are tasks, which are told as tasks. */
const atWork: ReadonlySet<string> = new Set(['office', 'person', 'suspended']);

const clockChange = (
  before: CaseSide,
  clock: CaseSide['clocks'][number],
): CasePreview['clocks'][number] | undefined => {
  const was = before.clocks.find(({ id }) => id === clock.id);
  const again = before.clocks.some(({ definition }) => definition === clock.definition);
  const change = changeOf(was, clock, again);
  if (change === undefined) return undefined;
  const { name, dueAt, stopGround } = clock;
  const moved = was?.dueAt !== undefined && was.dueAt !== dueAt;
  return {
    name,
    change,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(moved ? { dueBefore: was.dueAt } : {}),
    ...(stopGround === undefined ? {} : { ground: groundText(stopGround) }),
    rungs: was === undefined || isOver(clock) ? [] : movedRungs(was, clock),
  };
};

const isOver = ({ state }: ClockView): boolean => state !== 'running' && state !== 'stopped';

const movedRungs = (before: ClockView, after: ClockView): CasePreview['clocks'][number]['rungs'] =>
  after.rungs.flatMap(({ level, action, ...rung }) => {
    const old = before.rungs.find((candidate) => candidate.level === level);
    const was = old?.state === 'planned' ? old.at : undefined;
    const at = rung.state === 'planned' ? rung.at : undefined;
    if (was === at) return [];
    return [
      { level, action, ...(was === undefined ? {} : { before: was }), ...(at === undefined ? {} : { at }) },
    ];
  });

const changeOf = (
  before: ClockView | undefined,
  after: ClockView,
  again: boolean,
): ClockChangeKind | undefined => {
  if (before === undefined) return after.state !== 'running' ? undefined : again ? 'restarted' : 'started';
  if (before.state === after.state) return after.state === 'running' ? 'goes-on' : undefined;
  if (after.state !== 'running') return after.state;
  return before.state === 'stopped' ? 'resumed' : 'reopened';
};
