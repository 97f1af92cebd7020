import {
  type Actor,
  type ClockChange,
  type ClockSurroundings,
  type GoingBack,
  moveClocks,
} from '@lianban/domain';
import type { Effect } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { BusinessCalendars, type BusinessRules, calendarOfClock } from '../calendars/index.js';
import type { PublishedDefinition } from '../definitions/index.js';
import { type FullDirectory, KnownDirectory, officeOfStep } from '../routing/index.js';
import { AfterCommit, type Tx } from '../transaction/index.js';
import type { NewCase } from './case-changes.js';
import { CaseRunner, type Moved } from './case-runner.js';
import { CaseStore, type LockedCase } from './case-store.port.js';
import { ChangesOfStep } from './changes-of-step.js';
import { addClocks } from './clock-rows.js';
import { standingStops } from './court-of-stops.js';
import { createdTaskRow } from './created-task-row.js';
import { joinChanges } from './migrating.js';
import type { AdvanceRequest, Transition } from './transition-requests.js';

type CalendarOf = ReturnType<typeof calendarOfClock>;

/** How a transition is stored. */
export interface Storing {
  readonly stimulusId: string;
  readonly kind: string;
  readonly actor: Actor;
  readonly around: NonNullable<AdvanceRequest['around']>;
  /** Its rows of the trail, which come first. */
  readonly note: (changes: ChangesOfStep) => void;
  /** Clocks that change their terms. */
  readonly clocks?: (rules: BusinessRules, calendarOf: CalendarOf) => readonly ClockChange[];
  /** What the clocks hear besides the effects of the step. */
  readonly heard?: readonly Effect[];
}

/** Writes what came of a step: rows, clocks, trail and outbox, with one statement in the transaction of its caller. */
@Injectable()
export class StoreStep {
  constructor(
    private readonly cases: CaseStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly runner: CaseRunner,
    private readonly afterCommit: AfterCommit,
  ) {}

  async store(
    tx: Tx,
    held: LockedCase,
    definition: PublishedDefinition,
    moved: Moved,
    how: Storing,
    newCase?: NewCase,
  ): Promise<Transition> {
    const { state, data, effects, decided } = moved;
    const { actor, around } = how;
    const [directory, rules] = await Promise.all([
      this.directory.of(held.tenant),
      this.calendars.of(held.tenant),
    ]);
    const changes = new ChangesOfStep(held, { definition, directory, rules, actor, ...around }, data, state);
    how.note(changes);
    for (const made of decided) {
      changes.audit('decision.made', 'decision', made.decision, {
        after: { ...made, matches: [...made.matches] },
      });
    }
    changes.leaveBehind(held.state, state);
    for (const effect of effects) changes.add(effect);
    const calendarOf = calendarsOf(held, definition, rules, directory, [...changes.tasks, ...held.tasks]);
    const redefined = how.clocks?.(rules, calendarOf) ?? [];
    const { ladders, emergenciesAt } = rules;
    const clocks = this.clocksMoved(
      held,
      definition,
      { ladders, calendarOf, emergencies: emergenciesAt(held.district) },
      { ...moved, effects: [...(how.heard ?? []), ...effects] },
      redefined,
      around.act?.back,
    );
    const turned = joinChanges(redefined, clocks);
    addClocks(changes, turned);
    if (changes.suspension?.kind === 'end')
      changes.suspension = { kind: 'end', stops: standingStops(changes, turned) };
    this.cases.apply(tx, changes.toChanges({ id: how.stimulusId, kind: how.kind }), newCase);
    this.afterCommit.changed(tx, {
      caseId: held.id,
      officeIds: [
        ...new Set([
          ...changes.tasks.map((task) => task.officeId),
          ...held.tasks.map((task) => task.officeId),
        ]),
      ],
      outbox: changes.outbox.length > 0,
    });
    return {
      caseId: held.id,
      caseNo: held.caseNo,
      now: held.now,
      repeated: false,
      buffered: effects.some(({ kind }) => kind === 'message-buffered'),
      closedTasks: held.tasks.filter((task) => changes.closedTasks.some(({ token }) => token === task.token)),
      createdTasks: changes.tasks.map((task) => createdTaskRow(task, held, directory)),
      ...(state.ended
        ? { ended: state.ended.outcome === undefined ? {} : { outcome: state.ended.outcome } }
        : {}),
    };
  }

  private clocksMoved(
    held: LockedCase,
    { plan }: PublishedDefinition,
    rules: Pick<ClockSurroundings, 'ladders' | 'calendarOf' | 'emergencies'>,
    { state, data, effects }: Moved,
    redefined: readonly ClockChange[],
    back: GoingBack | undefined,
  ): readonly ClockChange[] {
    const suspendedOn = held.state.suspended?.ground;
    return moveClocks(
      held.clocks.flatMap(({ definitionId, ...clock }) => {
        const anew = redefined.find((change) => change.clock.id === clock.id);
        if (anew) return anew.isRetired ? [] : [anew.clock];
        const definition = plan.clocks[definitionId];
        return definition ? [{ ...clock, definition }] : [];
      }),
      effects,
      {
        plan,
        ...rules,
        milestones: state.milestones,
        now: held.now,
        newId,
        standing: new Set(state.tokens.map(({ node }) => node)),
        ...(back ? { back } : {}),
        ...(suspendedOn === undefined ? {} : { suspendedOn }),
        holds: (expression, outcome) => this.runner.holds(expression, data, outcome),
      },
    );
  }
}

const calendarsOf = (
  { district, data }: LockedCase,
  { plan }: PublishedDefinition,
  rules: BusinessRules,
  directory: FullDirectory,
  tasks: readonly { readonly node: string; readonly officeId: string }[],
): CalendarOf =>
  calendarOfClock(rules, district, (node) => officeOfStep({ plan, district, directory }, node, tasks, data));
