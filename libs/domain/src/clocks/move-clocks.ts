import { type LedgerEntry, type WorkingCalendar, readLedger } from '@lianban/calendar';
import type { ClockDefinition, Effect, ProcessPlan } from '@lianban/process-runtime';
import type { CaseClock, ClockChange } from './clock.js';
import { scheduleOf } from './clock-schedule.js';
import type { Ladder } from './ladder.js';

export interface ClockSurroundings {
  readonly plan: ProcessPlan;
  readonly calendar: WorkingCalendar;
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** Milestones of the case after the step. */
  readonly milestones: Readonly<Record<string, string>>;
  readonly now: string;
  readonly newId: () => string;
  /** Whether FEEL holds over case data and `outcome`. */
  readonly holds: (expression: string, outcome: string | undefined) => boolean;
}

/**
 * What a step means for the clocks of its case (ARCHITECTURE §4). A case clock starts with its milestone and runs on
 * whoever is late; a unit's clock counts from its milestone, but never from before the work reached the unit. A step
 * that is entered again finds its clock as it was left.
 */
export const moveClocks = (
  clocks: readonly CaseClock[],
  effects: readonly Effect[],
  around: ClockSurroundings,
): readonly ClockChange[] => {
  const book = new ClockBook(clocks, around);
  for (const effect of effects) {
    switch (effect.kind) {
      case 'milestone':
        book.startCaseClocks(effect.name);
        break;
      case 'task-created':
      case 'service-requested':
      case 'message-awaited':
        book.startUnitClocks(effect.node);
        break;
      case 'activity-completed':
        book.meet(effect.node, effect.outcome);
        break;
      case 'activity-cancelled':
        book.cancel(
          (clock) => clock.node === effect.node && clock.definition.scope === 'unit',
          effect.outcome ?? 'step-cancelled',
        );
        break;
      case 'clock-stop':
        book.stopOrResume(effect.action, effect.ground);
        break;
      case 'case-ended':
        book.cancel(() => true, 'case-ended');
        break;
      default:
    }
  }
  return book.changes();
};

class ClockBook {
  private readonly clocks = new Map<string, CaseClock>();
  private readonly before = new Map<string, number>();

  constructor(
    clocks: readonly CaseClock[],
    private readonly around: ClockSurroundings,
  ) {
    for (const clock of clocks) {
      this.clocks.set(clock.definition.id, clock);
      this.before.set(clock.definition.id, clock.ledger.length);
    }
  }

  startCaseClocks(milestone: string): void {
    for (const definition of Object.values(this.around.plan.clocks)) {
      if (definition.scope === 'case' && definition.from === milestone) this.start(definition);
    }
  }

  startUnitClocks(node: string): void {
    for (const definition of this.definitionsOf(node))
      if (definition.scope === 'unit') this.start(definition);
  }

  meet(node: string, outcome: string | undefined): void {
    const { now, holds } = this.around;
    for (const definition of this.definitionsOf(node)) {
      if (definition.metWhen !== undefined && !holds(definition.metWhen, outcome)) continue;
      this.append(definition.id, { kind: 'met', at: now, ...(outcome === undefined ? {} : { outcome }) });
    }
  }

  cancel(which: (clock: CaseClock) => boolean, why: string): void {
    for (const clock of this.clocks.values()) {
      if (which(clock)) this.append(clock.definition.id, { kind: 'cancelled', at: this.around.now, why });
    }
  }

  stopOrResume(action: 'stop' | 'resume', ground: string): void {
    const kind = action === 'stop' ? 'stopped' : 'resumed';
    for (const clock of this.clocks.values()) {
      if (clock.definition.stoppedBy.includes(ground))
        this.append(clock.definition.id, { kind, at: this.around.now, ground });
    }
  }

  changes(): readonly ClockChange[] {
    const { calendar, ladders } = this.around;
    return [...this.clocks.values()].flatMap((clock) => {
      const known = this.before.get(clock.definition.id);
      if (known === clock.ledger.length) return [];
      const reading = readLedger(clock.ledger, clock.definition, calendar);
      if (!reading) return [];
      const runs = reading.state === 'running' && reading.dueAt !== undefined;
      const schedule =
        runs && reading.dueAt !== undefined
          ? scheduleOf(
              clock.definition,
              ladders.get(clock.definition.ladder),
              reading.startedAt,
              reading.dueAt,
              calendar,
              new Set(clock.fired),
            )
          : [];
      return [
        { clock, isNew: known === undefined, appended: clock.ledger.slice(known ?? 0), reading, schedule },
      ];
    });
  }

  private definitionsOf(node: string): readonly ClockDefinition[] {
    const { plan } = this.around;
    const found = plan.nodes[node];
    return found && 'clocks' in found ? found.clocks.flatMap((id) => plan.clocks[id] ?? []) : [];
  }

  private start(definition: ClockDefinition): void {
    if (this.clocks.has(definition.id)) return;
    const { plan, milestones, now, newId, calendar } = this.around;
    const owner = Object.values(plan.nodes).find(
      (node) => 'clocks' in node && node.clocks.includes(definition.id),
    );
    if (!owner) return;
    const milestone = new Date(milestones[definition.from] ?? now).toISOString();
    // No unit answers for days in which it did not have the work: where the milestone lies back (materials deemed
    // complete from their receipt, a filing that waited for its dossier), its clock counts from the arrival.
    const at = definition.scope === 'unit' && milestone < now ? now : milestone;
    this.clocks.set(definition.id, {
      id: newId(),
      definition,
      node: owner.id,
      ledger: [{ kind: 'started', at, milestone: definition.from, calendar: calendar.version }],
      fired: [],
    });
  }

  private append(id: string, entry: LedgerEntry): void {
    const clock = this.clocks.get(id);
    if (!clock || isClosed(clock)) return;
    this.clocks.set(id, { ...clock, ledger: [...clock.ledger, entry] });
  }
}

const isClosed = (clock: CaseClock): boolean => {
  const last = clock.ledger.findLast((entry) => entry.kind !== 'breached');
  return last?.kind === 'met' || last?.kind === 'cancelled';
};
