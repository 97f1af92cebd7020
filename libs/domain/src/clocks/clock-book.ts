import { type LedgerEntry, readLedger } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { CaseClock, ClockChange } from './clock.js';
import { scheduleOf } from './clock-schedule.js';
import type { ClockSurroundings } from './clock-surroundings.js';
import { underEmergencies } from './emergency.js';
import type { GoingBack } from './going-back.js';
import { nameOfLadder } from './ladder-book.js';
import { entriesOfOverrun, overrunOf } from './overrun.js';
import { suspensionStop } from './suspension-stop.js';

/** The clocks of a case while one step moves them: what each ledger gains, and what that makes of the clock. */
export class ClockBook {
  private readonly clocks = new Map<string, CaseClock>();
  private readonly before = new Map<string, number>();
  private readonly retired: CaseClock[] = [];

  constructor(
    clocks: readonly CaseClock[],
    private readonly around: ClockSurroundings,
  ) {
    for (const clock of clocks) {
      this.clocks.set(clock.definition.id, clock);
      this.before.set(clock.id, clock.ledger.length);
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
    const asksForMore = this.asksForMore(node, outcome);
    for (const definition of this.definitionsOf(node)) {
      if (asksForMore && definition.metWhen === undefined) continue;
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

  /** 暂停办理 stops the clocks that name its ground; the others run on. */
  suspend(ground: string, kind: 'stopped' | 'resumed'): void {
    for (const clock of this.clocks.values()) {
      if (clock.definition.stoppedBy.includes(ground))
        this.append(clock.definition.id, { kind, at: this.around.now, ground: suspensionStop(ground) });
    }
  }

  /** Before anything else: what starts anew in this step finds the place of its definition free. */
  goBack({ ground, milestones, walked, undone }: GoingBack): void {
    for (const { definition, node, ledger } of this.clocks.values()) {
      const last = ledger.at(-1);
      if (undone?.node === node && last?.kind === 'met' && last.at === undone.at) {
        this.append(definition.id, { kind: 'reopened', at: this.around.now, ground });
        this.heedEmergencies(definition.id);
      } else if (milestones.has(definition.from)) this.retire(definition.id);
      else if (walked.has(node) && definition.scope === 'unit' && last && isClosing(last))
        this.retire(definition.id);
    }
  }

  /** A step that came of a completion which is taken back: its unit's clock has been running for nothing. */
  undo(node: string): void {
    for (const clock of this.clocks.values()) {
      const { definition } = clock;
      if (definition.scope === 'unit' && this.definitionsOf(node).includes(definition) && this.isSince(clock))
        this.retire(definition.id);
    }
  }

  /** Its milestone has not been after all. A unit's clock may have counted from the arrival of the work before that. */
  withdraw(milestone: string): void {
    for (const clock of this.clocks.values()) {
      const { definition } = clock;
      if (definition.from === milestone && (definition.scope === 'case' || this.isSince(clock)))
        this.retire(definition.id);
    }
  }

  /** Started with the completion that is undone, or after it. */
  private isSince({ ledger: [started] }: CaseClock): boolean {
    const since = this.around.back?.undone?.at;
    return since !== undefined && started !== undefined && started.at >= since;
  }

  changes(): readonly ClockChange[] {
    const { calendarOf, ladders, now } = this.around;
    const retired = new Set(this.retired);
    return [...this.retired, ...this.clocks.values()].flatMap((clock) => {
      const known = this.before.get(clock.id);
      if (known === clock.ledger.length && !retired.has(clock)) return [];
      const calendar = calendarOf(clock.definition.scope, clock.node);
      const reading = readLedger(clock.ledger, clock.definition, calendar);
      if (!reading) return [];
      const ladder = ladders.climbedBy(clock.ledger, clock.definition.ladder, now);
      const appended = clock.ledger.slice(known ?? 0);
      const schedule =
        reading.state === 'running' && reading.dueAt !== undefined
          ? scheduleOf(
              clock.definition,
              ladder,
              reading.startedAt,
              reading.dueAt,
              calendar,
              new Set(clock.fired),
            )
          : [];
      return [
        {
          clock,
          isNew: known === undefined,
          isRetired: retired.has(clock),
          appended,
          reading,
          schedule,
          entries: entriesOfOverrun(clock, reading, appended, { calendar, ladder, now }),
        },
      ];
    });
  }

  /** An outcome that begins a supplement round (补正) does not finish the step: it comes back to it. */
  private asksForMore(node: string, outcome: string | undefined): boolean {
    const found = this.around.plan.nodes[node];
    return (
      found !== undefined &&
      'supplements' in found &&
      (found.supplements ?? []).some((round) => round.outcome === outcome)
    );
  }

  private definitionsOf(node: string): readonly ClockDefinition[] {
    const { plan } = this.around;
    const found = plan.nodes[node];
    return found && 'clocks' in found ? found.clocks.flatMap((id) => plan.clocks[id] ?? []) : [];
  }

  private start(definition: ClockDefinition): void {
    if (this.clocks.has(definition.id)) return;
    const { plan, milestones, now, newId, calendarOf, ladders } = this.around;
    const owner = Object.values(plan.nodes).find(
      (node) => 'clocks' in node && node.clocks.includes(definition.id),
    );
    if (!owner) return;
    const milestone = new Date(milestones[definition.from] ?? now).toISOString();
    // No unit answers for days in which it did not have the work: where the milestone lies back (materials deemed
    // complete from their receipt, a filing that waited for its dossier), its clock counts from the arrival.
    const at = definition.scope === 'unit' && milestone < now ? now : milestone;
    const ladder = ladders.inForce(definition.ladder, now);
    this.clocks.set(definition.id, {
      id: newId(),
      definition,
      node: owner.id,
      ledger: [
        {
          kind: 'started',
          at,
          milestone: definition.from,
          calendar: calendarOf(definition.scope, owner.id).version,
          ...(ladder ? { ladder: nameOfLadder(ladder) } : {}),
        },
      ],
      fired: [],
    });
    this.heedEmergencies(definition.id);
  }

  private heedEmergencies(id: string): void {
    const clock = this.clocks.get(id);
    const { emergencies = [], now } = this.around;
    for (const entry of clock ? underEmergencies(clock, emergencies, now) : []) this.append(id, entry);
  }

  private retire(id: string): void {
    const ground = this.around.back?.ground ?? 'returned';
    this.append(id, { kind: 'closed', at: this.around.now, ground });
    const clock = this.clocks.get(id);
    if (!clock) return;
    this.clocks.delete(id);
    // One that started in this very step has never been.
    if (this.before.has(clock.id)) this.retired.push(clock);
  }

  private append(id: string, entry: LedgerEntry): void {
    const clock = this.clocks.get(id);
    if (!clock || (entry.kind !== 'reopened' && isClosed(clock))) return;
    const { now, calendarOf } = this.around;
    const overrun = overrunOf(clock, calendarOf(clock.definition.scope, clock.node), now);
    this.clocks.set(id, { ...clock, ledger: [...clock.ledger, ...(overrun ? [overrun] : []), entry] });
  }
}

const isClosed = (clock: CaseClock): boolean => {
  const last = clock.ledger.findLast(
    ({ kind }) => kind !== 'breached' && kind !== 'late' && kind !== 'redefined',
  );
  return last !== undefined && isClosing(last);
};

const isClosing = ({ kind }: LedgerEntry): boolean =>
  kind === 'met' || kind === 'cancelled' || kind === 'closed';
