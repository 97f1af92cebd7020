import {
  type ClockFacts,
  type Ladder,
  type LadderBook,
  type Rung,
  type ScheduledAct,
  actsUnderExemption,
  conditionHolds,
} from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import { officeOfStep } from '../routing/index.js';
import type { ClockDue, Firing, FiringReason, Misses } from './due-store.port.js';
import type { Reach } from './reach.js';
import { type Told, oncePerPerson } from './tell-addressees.js';

export interface FiringSurroundings {
  readonly now: string;
  readonly ladders: LadderBook;
  readonly reach: Reach;
  readonly planOf: (definitionId: string) => ProcessPlan;
  readonly misses: ReadonlyMap<string, Misses>;
}

/** A level that was looked at, with its clock. */
export interface Looked {
  readonly clock: ClockDue;
  readonly firing: Firing;
  readonly critical: boolean;
}

export const rungOf = (
  clock: ClockDue,
  ladders: LadderBook,
  act: ScheduledAct,
): { readonly ladder: Ladder; readonly rung: Rung } | undefined => {
  if (act.kind !== 'rung') return undefined;
  const ladder = ladders.named(clock.climbs, clock.ladder, act.at);
  const rung = ladder?.rungs.find(({ level }) => level === act.level);
  return ladder && rung && { ladder, rung };
};

/** Whether a level fires, and whom it tells; nothing for what is no rung or whose ladder is gone. */
export const lookAtRung = (
  clock: ClockDue,
  act: ScheduledAct,
  around: FiringSurroundings,
): Looked | undefined => {
  const found = rungOf(clock, around.ladders, act);
  if (!found || act.kind !== 'rung') return undefined;
  const { ladder, rung } = found;
  const { plan, units } = unitsOf(clock, around);
  const leadOfficeId = around.reach.leadOf(plan, clock.district);
  const reach = (tell: Rung['tell']): readonly Told[] =>
    oncePerPerson(
      units.flatMap((unit) =>
        around.reach.tell(tell, {
          ...unit,
          district: clock.district,
          ...(leadOfficeId === undefined ? {} : { leadOfficeId }),
        }),
      ),
    );
  const exemption = exemptionOf(clock, units);
  const acts = exemption === undefined ? rung.acts : actsUnderExemption(rung.acts);
  const isForgiven = acts.length < rung.acts.length;
  const silent = whyNot(clock, rung, act.at, around) ?? (acts.length === 0 ? 'exempt' : undefined);
  const told = silent ? [] : reach(rung.tell);
  const above = ladder.rungs.slice(ladder.rungs.indexOf(rung) + 1);
  // A rung that reaches nobody goes to the next level that reaches somebody.
  const instead = silent || told.length > 0 ? [] : firstReached(above, reach);
  const why: FiringReason =
    silent ??
    (told.length > 0
      ? isForgiven
        ? 'exempt-in-part'
        : 'due'
      : instead.length > 0
        ? 'passed-on'
        : 'nobody-reached');
  const channels = acts.flatMap((one) => (one.kind === 'remind' ? (one.channels ?? []) : []));
  const [task] = units.flatMap(({ taskId }) => taskId ?? []);
  return {
    clock,
    critical: ladder.serves === 'critical',
    firing: {
      clockId: clock.clockId,
      level: act.level,
      tenant: clock.tenant,
      caseId: clock.caseId,
      ...(task === undefined ? {} : { taskId: task }),
      ladder: clock.ladder,
      version: ladder.version,
      ...(units[0]?.officeId ? { officeId: units[0].officeId } : {}),
      plannedAt: act.at,
      fired: silent === undefined,
      why,
      ...(isForgiven && exemption !== undefined ? { conclusionId: exemption } : {}),
      action: rung.action,
      acts,
      told: [...told, ...instead].map((one) => ({ ...one, by: ['in-app', ...channels] })),
    },
  };
};

/** The conclusion where all who answer for the clock are exempt. */
const exemptionOf = (
  { exemptions }: ClockDue,
  units: readonly { readonly officeId: string }[],
): string | undefined => {
  const found = units.map((unit) => exemptions.find(({ officeId }) => officeId === unit.officeId));
  return found.every((one) => one !== undefined) ? found[0]?.conclusionId : undefined;
};

const firstReached = (
  above: readonly Rung[],
  reach: (tell: Rung['tell']) => readonly Told[],
): readonly Told[] => {
  for (const { tell } of above) {
    const told = reach(tell);
    if (told.length > 0) return told;
  }
  return [];
};

const whyNot = (
  clock: ClockDue,
  rung: Rung,
  plannedAt: string,
  { now, misses }: FiringSurroundings,
): FiringReason | undefined => {
  const facts: ClockFacts = {
    acknowledged: clock.acknowledged,
    milestones: new Set(clock.milestones),
    misses: misses.get(clock.clockId) ?? { inARow: 1, withinAYear: 1 },
  };
  if (rung.when && !conditionHolds(rung.when, facts)) return 'condition-false';
  const onlyReminds = rung.acts.every((act) => act.kind === 'remind' || act.kind === 'mark');
  return onlyReminds && plannedAt < clock.dueAt && clock.dueAt <= now ? 'overtaken' : undefined;
};

/** Units that answer for the clock: of each open task of its step, else the office that would have it. */
const unitsOf = (clock: ClockDue, { planOf, reach }: FiringSurroundings) => {
  const plan = planOf(clock.definitionId);
  const tasks = clock.tasks.filter(
    ({ node }) => node === clock.node || plan.nodes[node]?.parent === clock.node,
  );
  const office = (): string =>
    officeOfStep({ plan, district: clock.district, directory: reach.directory }, clock.node, []) ??
    reach.leadOf(plan, clock.district) ??
    '';
  const units: readonly { officeId: string; taskId?: string; assignee?: string }[] =
    tasks.length === 0
      ? [{ officeId: office() }]
      : tasks.map(({ id, officeId, assignee }) => ({
          officeId,
          taskId: id,
          ...(assignee === undefined ? {} : { assignee }),
        }));
  return { plan, units };
};
