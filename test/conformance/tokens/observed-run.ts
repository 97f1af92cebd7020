import type { Instance, Observation } from '@lianban/process-runtime';
import type { Life } from './life.js';

/** Writes down what the engine does, as lives of the elements that a trace knows. */
export class ObservedRun {
  readonly lives: Life[] = [];
  private readonly paths = new Map<string, string>();
  private readonly numbers = new Map<string, number>();
  private readonly byToken = new Map<string, Life>();
  private clock = 0;

  constructor(private readonly nameOf: (instance: Instance) => string) {}

  observe(instance: Instance, observation: Observation): void {
    if (!('token' in observation)) {
      this.scope(instance, observation);
      return;
    }
    const { kind, element, scope, token } = observation;
    const within = this.pathOf(instance, scope);
    if (kind === 'taken') this.begin(within, element);
    if (kind === 'cancelled' || kind === 'taken') return;
    const key = keyOf(instance, `${token}/${element}`);
    const known = token === '' ? this.last(within, element) : this.byToken.get(key);
    const node = instance.plan.nodes[element];
    if (kind === 'left') return this.note(known, 'left');
    if (kind === 'happened' && node && !('boundary' in node)) {
      const life = known ?? this.live(within, element);
      this.byToken.set(key, life);
      return this.note(life, 'signalled');
    }
    if (!known) this.byToken.set(key, this.begin(within, element));
  }

  /** Something the plans don't know begins: a message flow. */
  passes(flow: string): void {
    this.begin('', flow);
  }

  /** What a token lives through at an element. */
  lifeOf(instance: Instance, token: string, element: string): Life | undefined {
    return this.byToken.get(keyOf(instance, `${token}/${element}`));
  }

  /** Path of what happens inside a scope. */
  pathOf(instance: Instance, scope: string): string {
    return this.paths.get(keyOf(instance, scope)) ?? '';
  }

  count(kind: 'begins' | 'signalled' | 'left', element: string): number {
    return this.lives.filter(
      (life) => life.element === element && life.moves.some((move) => move.kind === kind),
    ).length;
  }

  private begin(within: string, element: string): Life {
    const life = this.live(within, element);
    this.note(life, 'begins');
    return life;
  }

  private live(within: string, element: string): Life {
    const path = this.numbered(`life ${within}/${element}`, `${within}/${element}`);
    const life: Life = { element, within, path, moves: [] };
    this.lives.push(life);
    return life;
  }

  private note(life: Life | undefined, kind: 'begins' | 'signalled' | 'left'): void {
    this.clock += 1;
    life?.moves.push({ kind, at: this.clock });
  }

  private last(within: string, element: string): Life | undefined {
    return this.lives.findLast((life) => life.element === element && life.within === within);
  }

  private scope(
    instance: Instance,
    { kind, scope, parent, element }: Extract<Observation, { readonly parent?: string }>,
  ): void {
    const process = element === undefined ? this.nameOf(instance) : undefined;
    const key = keyOf(instance, 'process');
    if (kind === 'scope-closed') {
      if (process !== undefined) this.note(this.byToken.get(key), 'left');
      return;
    }
    if (process !== undefined) this.byToken.set(key, this.begin('', process));
    const within = parent === undefined ? '' : this.pathOf(instance, parent);
    const inside = `${within}/${process ?? element ?? ''}`;
    this.paths.set(keyOf(instance, scope), this.numbered(`scope ${inside}`, inside));
  }

  private numbered(key: string, path: string): string {
    const number = this.numbers.get(key) ?? 0;
    this.numbers.set(key, number + 1);
    return `${path}#${number}`;
  }
}

const keyOf = (instance: Instance, id: string): string => `${instance.id}/${id}`;
