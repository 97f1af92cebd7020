import { type WorkingCalendar, addWorkingMinutes, readLedger } from '@lianban/calendar';
import {
  type CaseClock,
  type LadderBook,
  type ScheduledAct,
  moveClocks,
  timerInstant,
} from '@lianban/domain';
import { createEvaluator } from '@lianban/expressions';
import type { AppError, JsonObject } from '@lianban/kernel';
import {
  type CaseData,
  type CaseState,
  type Effect,
  type ProcessPlan,
  type Stimulus,
  initialState,
  step,
} from '@lianban/process-runtime';

/** What somebody could do next. `variant` chooses among the ways of doing it. */
export interface Possible {
  readonly what: string;
  readonly stimulus: (variant: number, now: string) => Stimulus;
}

/** A stimulus as it was applied, with all that a replay needs. */
export interface Applied {
  readonly now: string;
  readonly stimulus: Stimulus;
}

export interface World {
  readonly plan: ProcessPlan;
  readonly calendar: WorkingCalendar;
  readonly ladders: LadderBook;
}

const evaluator = createEvaluator();
const EVENT = (name: string): string => `cn.gov.zhoushan.childcare.${name}.v1`;
const MONDAY = '2026-03-02T00:30:00.000Z';

/** One case of W01 and the world around it: open work, calls under way, armed timers and running clocks. */
export class FilingWalk {
  state: CaseState = initialState();
  data: CaseData = { parameters: { deemedCompleteWithoutNotice: true } };
  now = MONDAY;
  readonly applied: Applied[] = [];
  readonly tasks = new Map<string, string>();
  readonly calls = new Map<string, string>();
  readonly timers = new Map<string, string>();
  readonly clocks = new Map<string, { clock: CaseClock; schedule: readonly ScheduledAct[] }>();
  /** Nodes that a token has left. */
  readonly passed = new Set<string>();

  private clocksMade = 0;

  constructor(private readonly world: World) {}

  /** The refusal, or undefined where the stimulus was applied; then local services have answered too. */
  apply(first: Stimulus): AppError | undefined {
    const stimuli: Stimulus[] = [first];
    const effects: Effect[] = [];
    for (let stimulus = stimuli.shift(); stimulus; stimulus = stimuli.shift()) {
      const result = step(this.world.plan, this.state, this.data, stimulus, {
        caseId: 'case',
        now: this.now,
        evaluate: (expression, variables) => evaluator.evaluate(expression, variables),
      });
      if (!result.ok) return result.error;
      this.applied.push({ now: this.now, stimulus });
      ({ state: this.state, data: this.data } = result.value);
      effects.push(...result.value.effects);
      for (const effect of result.value.effects) {
        const answer = this.note(effect);
        if (answer) stimuli.push(answer);
      }
    }
    this.moveClocks(effects);
    return undefined;
  }

  /** Everything that may happen next but the passing of time. */
  possible(): readonly Possible[] {
    const { plan } = this.world;
    return [
      ...[...this.tasks].map(([task, node]): Possible => {
        const found = plan.nodes[node];
        const outcomes = found?.type === 'userTask' ? found.outcomes : [];
        return {
          what: `complete ${node}`,
          stimulus: (variant) => ({
            kind: 'complete-task',
            task,
            outcome: outcomes[variant % outcomes.length]?.code ?? '',
            data: formOf(variant),
          }),
        };
      }),
      ...[...this.calls].map(([token, node]): Possible => ({
        what: `answer ${node}`,
        stimulus: (variant) => ({
          kind: 'service-result',
          token,
          result:
            variant % 5 === 4
              ? { kind: 'error', code: 'REJECTED', data: {} }
              : { kind: 'done', data: { publishedUrl: 'https://publication.example/1' } },
        }),
      })),
      ...this.state.waits
        .filter(({ kind }) => kind === 'message')
        .map((wait): Possible => ({
          what: `send ${wait.name}`,
          stimulus: (variant, now) => messageOf(wait.name ?? '', variant, now),
        })),
      ...this.state.tokens
        .filter(({ incident }) => incident !== undefined)
        .map(({ id, node }): Possible => ({
          what: `retry ${node}`,
          stimulus: () => ({ kind: 'retry-incident', token: id }),
        })),
    ];
  }

  /** Lets office hours pass; what falls due on the way happens at its own instant, as the sweeper would have it. */
  wait(minutes: number): readonly string[] {
    return this.waitUntil(addWorkingMinutes(this.world.calendar, this.now, minutes));
  }

  /** Lets time pass until the next timer has fired. */
  waitForTimer(): readonly string[] {
    const next = [...this.timers.values()].toSorted()[0];
    return next === undefined ? [] : this.waitUntil(next > this.now ? next : this.now);
  }

  /** Every reading of a clock as of now, by definition. */
  readings() {
    return [...this.clocks.values()].map(({ clock, schedule }) => ({
      definition: clock.definition,
      clock,
      schedule,
      reading: readLedger(clock.ledger, clock.definition, this.world.calendar),
    }));
  }

  private waitUntil(until: string): readonly string[] {
    const fired: string[] = [];
    for (let due = this.nextDue(until); due; due = this.nextDue(until)) {
      if (due.at > this.now) this.now = due.at;
      if (due.kind === 'clock') fired.push(...this.fireClock(due.id));
      else {
        const { node } = this.state.waits.find(({ id }) => id === due.id) ?? { node: 'no wait' };
        // The sweeper takes its row away itself.
        this.timers.delete(due.id);
        const refusal = this.apply({ kind: 'timer', wait: due.id });
        if (refusal) throw new Error(`An armed timer was refused: ${node} ${refusal.code}`);
        fired.push(`timer ${node}`);
      }
    }
    if (until > this.now) this.now = until;
    return fired;
  }

  private nextDue(until: string): { kind: 'timer' | 'clock'; id: string; at: string } | undefined {
    const timers = [...this.timers].map(([id, at]) => ({ kind: 'timer' as const, id, at }));
    const clocks = [...this.clocks].flatMap(
      ([
        id,
        {
          schedule: [first],
        },
      ]) => (first ? [{ kind: 'clock' as const, id, at: first.at }] : []),
    );
    return [...timers, ...clocks]
      .filter(({ at }) => at <= until)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  }

  private fireClock(id: string): readonly string[] {
    const entry = this.clocks.get(id);
    const [act, ...schedule] = entry?.schedule ?? [];
    if (!entry || !act) return [];
    const { clock } = entry;
    if (act.kind === 'rung') {
      this.clocks.set(id, { clock: { ...clock, fired: [...clock.fired, act.level] }, schedule });
      return [`${id} ${act.level}`];
    }
    const known = clock.ledger.some(({ kind }) => kind === 'breached');
    const breach = act.mark === 'overdue' && !known;
    const ledger = breach
      ? [...clock.ledger, { kind: 'breached' as const, at: act.at, dueAt: act.at }]
      : clock.ledger;
    this.clocks.set(id, { clock: { ...clock, ledger }, schedule });
    return [`${id} ${act.mark}`];
  }

  /** Keeps the books of what is open outside of the state; answers for local services. */
  private note(effect: Effect): Stimulus | undefined {
    switch (effect.kind) {
      case 'task-created':
        this.tasks.set(effect.task, effect.node);
        return undefined;
      case 'task-closed':
        if (!this.tasks.delete(effect.task)) throw new Error(`A task closed twice: ${effect.node}`);
        return undefined;
      case 'timer-armed':
        this.timers.set(
          effect.wait,
          timerInstant(effect.timer, this.state.milestones, this.now, this.world.calendar),
        );
        return undefined;
      case 'wait-closed':
        this.timers.delete(effect.wait);
        return undefined;
      case 'service-requested':
        if (effect.implementation.kind === 'local')
          return {
            kind: 'service-result',
            token: effect.token,
            result: { kind: 'done', data: this.localAnswer() },
          };
        this.calls.set(effect.token, effect.node);
        return undefined;
      case 'service-cancelled':
        this.calls.delete(effect.token);
        return undefined;
      case 'node-passed':
        this.passed.add(effect.node);
        return undefined;
      default:
        return undefined;
    }
  }

  private localAnswer(): JsonObject {
    const { filing } = this.data;
    const hit = typeof filing === 'object' && filing !== null && 'banned' in filing && filing.banned === true;
    return { hit, noticeNo: '示例1号', receiptNo: '示例2号', started: [] };
  }

  private moveClocks(effects: readonly Effect[]): void {
    const { plan, calendar, ladders } = this.world;
    const changes = moveClocks(
      [...this.clocks.values()].map(({ clock }) => clock),
      effects,
      {
        plan,
        calendarOf: () => calendar,
        ladders,
        milestones: this.state.milestones,
        now: this.now,
        newId: () => `clock ${(this.clocksMade += 1)}`,
        holds: (expression, outcome) => {
          const value = evaluator.evaluate(expression, { ...this.data, outcome: outcome ?? null });
          return value.ok && value.value === true;
        },
      },
    );
    for (const { clock, schedule } of changes) this.clocks.set(clock.definition.id, { clock, schedule });
    // A service that answered is called no more.
    for (const token of this.calls.keys())
      if (!this.state.tokens.some(({ id, incident }) => id === token && incident === undefined))
        this.calls.delete(token);
  }
}

export const startOf = (variant: number, now: string): Stimulus => {
  const starts = [
    {
      startEvent: 'start_registered',
      event: {
        institutionId: 'i1',
        nameZh: '示例',
        registrationAuthority: 'market-regulation',
        registeredAt: now,
      },
    },
    { startEvent: 'start_nursery', event: { kindergartenId: 'i1', places: 40, approvedAt: now } },
    { startEvent: 'start_filing', event: filed(variant, now) },
  ] as const;
  const { startEvent, event } = starts[variant % starts.length] ?? starts[0];
  return {
    kind: 'start',
    startEvent,
    data: { parameters: { deemedCompleteWithoutNotice: variant % 7 !== 6 } },
    event: { data: event },
  };
};

export const messageOf = (message: string, variant: number, now: string): Stimulus => ({
  kind: 'message',
  message,
  event: {
    data: message === EVENT('filing.submitted') ? filed(variant, now) : { filingId: 'f1', suppliedAt: now },
  },
});

const filed = (variant: number, now: string): JsonObject => ({
  filingId: 'f1',
  institutionId: 'i1',
  submittedAt: now,
  newBuildingOrChangeOfUse: variant % 2 === 0,
  banned: variant % 6 === 5,
});

const formOf = (variant: number): JsonObject => ({
  opinion: '示例意见',
  missing: [['site'], ['licence', 'site'], ['staff-health']][variant % 3] ?? [],
  clause: '第二十条',
  finding: '示例',
  findings: '示例',
});
