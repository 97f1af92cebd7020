import {
  type CalendarsByPlace,
  type WorkingCalendar,
  calendarsByPlace,
  changedDays,
  dueInstant,
  toCivilDate,
} from '@lianban/calendar';
import { type CaseClock, type RecountedClock, recountClock } from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { BulkPiece } from '../../bulk/index.js';
import { clockOfTask } from '../../cases/clock-of-task.js';
import { DefinitionCatalog } from '../../definitions/index.js';
import { KnownDirectory, officeOfStep } from '../../routing/index.js';
import type { Tx } from '../../transaction/index.js';
import { BusinessCalendars } from '../business-calendars.js';
import { GovernedData } from '../governed-data.port.js';
import { CalendarStore } from '../governing/calendar-store.port.js';
import { readRecount } from './recount-parameters.js';
import type { Impact, MovedTimer, RecountScope, RunningClock, RunningTimer } from './recount-store.port.js';

/** Days that rungs reach beyond the day on which a clock is due: their instants move with the days between. */
const RUNGS_REACH = 31;

/** A clock as it was found and as it is to be. */
export interface Recounted {
  readonly found: RunningClock;
  readonly moved: RecountedClock;
  /** Ids of the open tasks that carry its due instant. */
  readonly tasks: readonly string[];
  readonly impact: Impact;
}

/** Counts running clocks by another version of a calendar, set by set; what is done with the answer is for others. */
@Injectable()
export class Recounting {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly data: GovernedData,
    private readonly rules: BusinessCalendars,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
  ) {}

  /** Undefined where the two versions count alike: then nothing is reached. */
  async scope(tx: Tx, { operation }: BulkPiece): Promise<RecountScope | undefined> {
    const { tenant } = operation;
    const { layer, code, version, before } = readRecount(operation.parameters);
    const [old, fresh, places] = await Promise.all([
      before === undefined ? undefined : this.calendars.version(tx, tenant, { layer, code, version: before }),
      this.calendars.version(tx, tenant, { layer, code, version }),
      this.data.places(tenant),
    ]);
    const days = changedDays(old?.body, fresh?.body);
    if (!days) return undefined;
    return {
      tenant,
      ...(Number.isFinite(days.from) ? { dueFrom: toCivilDate(days.from - RUNGS_REACH) } : {}),
      ...(Number.isFinite(days.to) ? { startedBefore: toCivilDate(days.to + 1) } : {}),
      ...(layer === 'county' ? { districts: within(code, places) } : {}),
      ...(layer === 'office' ? { office: code } : {}),
    };
  }

  /** Timers of the process, which carry no ledger: from when to when each moves. */
  async recountTimers(tx: Tx, at: BulkPiece, found: readonly RunningTimer[]): Promise<readonly MovedTimer[]> {
    const [was, is] = await this.calendarsOf(tx, at);
    return found.flatMap(({ id, caseId, district, since, duration }) => {
      const from = dueInstant(was.at(district), since, duration).at;
      const to = dueInstant(is.at(district), since, duration).at;
      return from === to ? [] : [{ id, caseId, from, to }];
    });
  }

  private async calendarsOf(
    tx: Tx,
    { operation: { tenant, parameters } }: BulkPiece,
  ): Promise<readonly [CalendarsByPlace, CalendarsByPlace]> {
    const { layer, code, version, before } = readRecount(parameters);
    const old = { layer, code, ...(before === undefined ? {} : { version: before }) };
    const [was, is, places] = await Promise.all([
      this.calendars.layersWith(tx, tenant, old),
      this.calendars.layersWith(tx, tenant, { layer, code, version }),
      this.data.places(tenant),
    ]);
    return [calendarsByPlace(was, places), calendarsByPlace(is, places)];
  }

  async recount(tx: Tx, at: BulkPiece, found: readonly RunningClock[]): Promise<readonly Recounted[]> {
    const { operation, now } = at;
    const { tenant, id } = operation;
    const [[was, is], { ladders }, directory] = await Promise.all([
      this.calendarsOf(tx, at),
      this.rules.of(tenant),
      this.directory.of(tenant),
    ]);
    const recounted: Recounted[] = [];
    for (const clock of found) {
      const { plan } = await this.definitions.byId(clock.definitionId);
      const definition = plan.clocks[clock.definition];
      if (!definition) continue;
      const { district, node, scope, ledger, fired } = clock;
      const office = officeOfStep({ plan, district, directory }, node, clock.tasks);
      const place = (scope === 'unit' ? office : undefined) ?? district;
      const entered = clock.lastAt > now ? clock.lastAt : now;
      const it: CaseClock = { id: clock.id, definition, node, ledger, fired };
      const moved = recountClock(it, {
        before: unchanged(was.at(place), is.at(place)),
        after: is.at(place),
        ladder: ladders.climbedBy(ledger, definition.ladder, entered),
        now: entered,
        operation: id,
      });
      if (moved) recounted.push(withTasks(clock, moved, plan, office));
    }
    return recounted;
  }
}

/** Two compositions of the same layers are the same calendar. */
const unchanged = (was: WorkingCalendar, is: WorkingCalendar): WorkingCalendar =>
  was.version === is.version ? is : was;

const withTasks = (
  found: RunningClock,
  moved: RecountedClock,
  plan: ProcessPlan,
  office: string | undefined,
): Recounted => {
  const tasks = found.tasks.filter(({ node }) => clockOfTask(plan, node) === found.definition);
  const [task] = tasks;
  const officeId = task?.officeId ?? office;
  return {
    found,
    moved,
    tasks: tasks.map(({ id }) => id),
    impact: {
      clockId: found.id,
      caseId: found.caseId,
      ...(officeId === undefined ? {} : { officeId }),
      ...(task?.assignee === undefined ? {} : { assignee: task.assignee }),
      from: moved.from.at,
      to: moved.reading.dueAt,
      fromProvisional: moved.from.provisional,
      toProvisional: moved.reading.provisional,
      ...(moved.turns === undefined ? {} : { turns: moved.turns }),
    },
  };
};

const within = (code: string, places: ReadonlyMap<string, string>): readonly string[] => [
  code,
  ...[...places].flatMap(([place, of]) => (of === code ? [place] : [])),
];
