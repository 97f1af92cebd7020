import type { AppError, Json, JsonObject } from '@lianban/kernel';
import type { ProcessPlan } from '../plan/process-plan.js';
import { initialState } from '../state/initial-state.js';
import type { ArmedTimer, Effect } from '../step/effect.js';
import { step } from '../step/step.js';
import type { StepContext } from '../step/step-context.js';
import type { Stimulus } from '../step/stimulus.js';
import { Agenda } from './agenda.js';
import { type Caught, matches, noneStartsOf, startersOf } from './starters.js';
import type { Instance, OfferedWork, World } from './world.js';

/** Moves at one instant of the clock before two instances that keep each other busy are called an endless loop. */
const MOVES_AT_ONE_INSTANT = 10_000;
/** Instances that wait within a step for what their signal starts, one within the other. */
const NESTING = 200;

/**
 * Several processes that run together on a virtual clock, without a database, a queue or a person: for simulation,
 * replay and tests. All that can run, runs; then the clock is moved to what falls due next. Deterministic.
 */
export class EngineInMemory {
  readonly instances: Instance[] = [];
  private readonly plans: ProcessPlan[] = [];
  private readonly agenda = new Agenda();
  /** Instances within a step, and what came for them meanwhile. */
  private readonly busy = new Map<Instance, Stimulus[]>();
  private readonly outbox: { readonly message: string; readonly event: Json }[] = [];
  /** What has come for parallel multiple start events, by process and node. */
  private readonly arrived = new Map<string, Set<number>>();
  private clock: number;
  private moves = 0;
  private delivering = false;

  constructor(private readonly world: World) {
    this.clock = Date.parse(world.from);
  }

  /** ISO 8601 in UTC. */
  get now(): string {
    return new Date(this.clock).toISOString();
  }

  /** The instant that something falls due next. */
  get nextDue(): string | undefined {
    return this.agenda.next === undefined ? undefined : new Date(this.agenda.next).toISOString();
  }

  deploy(plan: ProcessPlan): void {
    this.plans.push(plan);
  }

  /** Starts an instance at a node; without one at its none start event, else wherever nothing comes before. */
  start(processId: string, data: JsonObject = {}, at?: string): Instance {
    const plan = this.plans.find((each) => each.processId === processId);
    if (!plan) throw new Error(`No process ${processId} is deployed.`);
    return this.begin(plan, { kind: 'start', data, startEvent: at ?? noneStartsOf(plan)[0] ?? processId });
  }

  /** The refusal, or undefined where the instance was moved or, being at work, will be. */
  apply(instance: Instance, stimulus: Stimulus): AppError | undefined {
    const later = this.busy.get(instance);
    if (later) {
      later.push(stimulus);
      return undefined;
    }
    const refusal = this.move(instance, stimulus);
    this.deliverOutbox();
    return refusal;
  }

  /** A message goes to one that waits for it, else to one that it starts, else to one that may still come to wait. */
  send(message: string, event: Json): void {
    this.outbox.push({ message, event });
    this.deliverOutbox();
  }

  /** A signal reaches all that wait for it at this moment, and starts what it starts. */
  broadcast(signal: string, event: Json = {}, except?: Instance): void {
    const starting = this.plans.flatMap((plan) =>
      this.startersComplete(plan, { kind: 'signal', name: signal }),
    );
    const hearing = this.instances.filter((each) => each !== except && !each.state.ended);
    for (const instance of hearing) this.apply(instance, { kind: 'signal', signal, event });
    for (const { plan, node } of starting)
      this.begin(plan, { kind: 'start', startEvent: node, data: {}, event });
  }

  /** Something that happens at an instant of the clock besides what the instances wait for. */
  schedule(key: string, at: string, happen: () => void): void {
    this.agenda.note(key, Date.parse(at), happen);
  }

  /** Does all that falls due up to an instant, in order, and moves the clock there; `over` stops it before. */
  runUntil(instant: string, over: () => boolean = () => false): void {
    const end = Date.parse(instant);
    for (let next = this.agenda.next; next !== undefined && next <= end; next = this.agenda.next) {
      if (over()) return;
      if (next > this.clock) this.moves = 0;
      this.clock = Math.max(this.clock, next);
      this.agenda.takeDue(this.clock)?.();
    }
    this.clock = Math.max(this.clock, end);
  }

  private begin(plan: ProcessPlan, stimulus: Extract<Stimulus, { kind: 'start' }>): Instance {
    const id = `${plan.processId}-${this.instances.length + 1}`;
    const instance: Instance = { id, plan, state: initialState(), data: {} };
    this.instances.push(instance);
    const refusal = this.apply(instance, stimulus);
    if (refusal) instance.failure = { ...refusal, node: stimulus.startEvent };
    return instance;
  }

  private move(instance: Instance, stimulus: Stimulus): AppError | undefined {
    if (instance.failure) return { kind: 'conflict', ...instance.failure };
    this.moves += 1;
    if (this.moves > MOVES_AT_ONE_INSTANT || this.busy.size > NESTING) {
      instance.failure = {
        code: 'CASES.ENDLESS_LOOP',
        message: 'Instances keep each other busy without waiting for anything.',
        node: instance.plan.processId,
      };
      return { kind: 'conflict', ...instance.failure };
    }
    this.busy.set(instance, []);
    const result = step(instance.plan, instance.state, instance.data, stimulus, this.contextOf(instance));
    const later = this.busy.get(instance) ?? [];
    this.busy.delete(instance);
    if (!result.ok) return result.error;
    instance.state = result.value.state;
    instance.data = result.value.data;
    for (const effect of result.value.effects) this.follow(instance, effect);
    for (const each of later) this.apply(instance, each);
    return undefined;
  }

  private contextOf(instance: Instance): StepContext {
    const { evaluate, decide, visitBudget, onEffect, observe } = this.world;
    return {
      caseId: instance.id,
      now: this.now,
      evaluate,
      ...(decide ? { decide } : {}),
      ...(visitBudget === undefined ? {} : { visitBudget }),
      onEffect: (effect) => {
        onEffect?.(instance, effect);
        if (effect.kind === 'signal-thrown') this.broadcast(effect.signal, {}, instance);
      },
      ...(observe ? { observe: (observation) => observe(instance, observation) } : {}),
    };
  }

  private follow(instance: Instance, effect: Effect): void {
    switch (effect.kind) {
      case 'task-created': {
        const { task: token, node, input } = effect;
        const item = effect.instance?.item === undefined ? {} : { item: effect.instance.item };
        return this.offer({ instance, kind: 'task', node, token, input, ...item });
      }
      case 'service-requested': {
        const { token, node, input } = effect;
        return this.offer({ instance, kind: 'service', node, token, input });
      }
      case 'task-closed':
        return this.agenda.callOff(keyOf(instance, effect.task));
      case 'service-cancelled':
        return this.agenda.callOff(keyOf(instance, effect.token));
      case 'timer-armed':
        return this.arm(instance, effect.wait, effect.timer);
      case 'wait-closed':
        return this.agenda.callOff(keyOf(instance, effect.wait));
      case 'message-thrown':
        this.outbox.push({ message: effect.message, event: { type: effect.message, data: effect.data } });
        return;
      case 'incident': {
        const { code, message, node } = effect;
        instance.failure ??= { code, message, node };
      }
    }
  }

  private offer(work: OfferedWork): void {
    const { instance, token } = work;
    const performance = this.world.perform?.(work);
    if (!performance) return;
    const { after = 0 } = performance;
    this.agenda.note(keyOf(instance, token), this.clock + after, () =>
      this.apply(instance, answerOf(work, performance)),
    );
  }

  private arm(instance: Instance, wait: string, timer: ArmedTimer): void {
    const due = timer.kind === 'at' ? timer.at : this.world.dueOf?.(timer, this.now);
    if (due === undefined) return;
    const at = Math.max(this.clock, Date.parse(due));
    this.agenda.note(keyOf(instance, wait), at, () => this.apply(instance, { kind: 'timer', wait, due }));
  }

  /** Messages leave when the step that threw them is over, so that an answer finds its question waiting. */
  private deliverOutbox(): void {
    if (this.delivering || this.busy.size > 0) return;
    this.delivering = true;
    try {
      for (let sent = this.outbox.shift(); sent; sent = this.outbox.shift()) {
        this.route(sent.message, sent.event);
      }
    } finally {
      this.delivering = false;
    }
  }

  private route(message: string, event: Json): void {
    const stimulus = { kind: 'message', message, event } as const;
    const open = this.instances.filter(({ state, failure }) => !state.ended && !failure);
    const waiting = open.find(({ state }) =>
      state.waits.some((wait) => wait.kind === 'message' && wait.name === message),
    );
    if (waiting) {
      this.apply(waiting, stimulus);
      return;
    }
    for (const plan of this.plans) {
      const [starter] = this.startersComplete(plan, { kind: 'message', name: message });
      if (starter) {
        this.begin(plan, { kind: 'start', startEvent: starter.node, data: {}, event });
        return;
      }
    }
    for (const instance of open) if (!this.apply(instance, stimulus)) return;
  }

  /** The nodes that an event starts now; a parallel multiple one only with the last of its events. */
  private startersComplete(plan: ProcessPlan, caught: Caught) {
    return startersOf(plan, caught).filter(({ node, needs }) => {
      if (needs.length === 0) return true;
      const key = `${plan.processId}/${node}`;
      const arrived = this.arrived.get(key) ?? new Set<number>();
      needs.forEach((need, index) => matches(need, caught) && arrived.add(index));
      const all = arrived.size === needs.length;
      this.arrived.set(key, all ? new Set() : arrived);
      return all;
    });
  }
}

const keyOf = (instance: Instance, id: string): string => `${instance.id}/${id}`;

const answerOf = (
  { kind, token }: OfferedWork,
  { outcome, data = {}, variables, error }: NonNullable<ReturnType<NonNullable<World['perform']>>>,
): Stimulus => {
  const more = variables === undefined ? {} : { variables };
  if (error !== undefined)
    return { kind: 'service-result', token, result: { kind: 'error', code: error, data } };
  if (kind === 'service') return { kind: 'service-result', token, result: { kind: 'done', data, ...more } };
  return { kind: 'complete-task', task: token, data, ...(outcome === undefined ? {} : { outcome }), ...more };
};
