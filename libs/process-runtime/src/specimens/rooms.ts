import * as fc from 'fast-check';
import type { ProcessPlan } from '../plan/process-plan.js';
import {
  boundary,
  end,
  eventSubProcess,
  gateway,
  type NodeSketch,
  planOf,
  start,
  subProcess,
  throwing,
  user,
} from './plan-sketch.js';

/** A piece of a process: a task that can be undone, an ad-hoc sub-process, or one that a message breaks into. */
export type Room =
  | { readonly kind: 'step' }
  | { readonly kind: 'ad-hoc'; readonly ordering: 'parallel' | 'sequential'; readonly tasks: number }
  | { readonly kind: 'guarded'; readonly interrupting: boolean; readonly tasks: number };

/** Two lines of rooms side by side; then everything that can be undone is. */
export type House = readonly [readonly Room[], readonly Room[]];

const tasks = fc.integer({ min: 1, max: 3 });

const room: fc.Arbitrary<Room> = fc.oneof(
  fc.record({ kind: fc.constant('step' as const) }),
  fc.record({
    kind: fc.constant('ad-hoc' as const),
    ordering: fc.constantFrom('parallel' as const, 'sequential' as const),
    tasks,
  }),
  fc.record({ kind: fc.constant('guarded' as const), interrupting: fc.boolean(), tasks }),
);

const line = fc.array(room, { minLength: 1, maxLength: 4 });

export const houses: fc.Arbitrary<House> = fc.tuple(line, line);

/** The rooms with the ids of their nodes. */
export const roomsOf = (house: House): readonly (readonly [string, Room])[] =>
  house.flatMap((rooms, side) => rooms.map((one, index) => [`r${side}${index}`, one] as const));

export const tasksOf = (id: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${id}_${index}`);

export const planOfHouse = (house: House): ProcessPlan => {
  const built = roomsOf(house).map(([id, one]) => roomNodes(id, one));
  const lines = house.map((rooms, side) => rooms.map((_, index) => `r${side}${index}`));
  return planOf(
    [
      start(),
      gateway('fork', 'parallel'),
      ...built.flatMap(({ nodes }) => nodes),
      gateway('join', 'parallel'),
      throwing('back', { result: { kind: 'compensation', wait: true } }),
      user('after'),
      end(),
    ],
    [
      'start > fork',
      ...lines.flatMap((ids) => chained(['fork', ...ids, 'join'])),
      'join > back',
      'back > after',
      'after > end',
      ...built.flatMap(({ flows }) => flows),
    ],
  );
};

interface Built {
  readonly nodes: readonly NodeSketch[];
  readonly flows: readonly string[];
}

const roomNodes = (id: string, one: Room): Built => {
  switch (one.kind) {
    case 'step': {
      const handler = `undo_${id}`;
      return {
        nodes: [
          user(id),
          boundary(`${id}_undone`, id, { trigger: { kind: 'compensation', handler } }),
          user(handler, { forCompensation: true }),
        ],
        flows: [],
      };
    }
    case 'ad-hoc':
      return {
        nodes: [
          subProcess(id, { adHoc: { ordering: one.ordering, cancelRemaining: true } }),
          ...tasksOf(id, one.tasks).map((task) => user(task, { parent: id })),
        ],
        flows: [],
      };
    case 'guarded': {
      const [inner, outer, guard] = [`${id}_begin`, `${id}_end`, `${id}_guard`];
      const inside = tasksOf(id, one.tasks);
      return {
        nodes: [
          subProcess(id),
          start(inner, { parent: id }),
          ...inside.map((task) => user(task, { parent: id })),
          end(outer, { parent: id }),
          ...eventSubProcess(
            guard,
            { kind: 'message', message: `${id}.message` },
            { interrupting: one.interrupting, parent: id },
          ),
          user(`${id}_heard`, { parent: guard }),
          end(`${guard}_end`, { parent: guard }),
        ],
        flows: [
          ...chained([inner, ...inside, outer]),
          ...chained([`${guard}_start`, `${id}_heard`, `${guard}_end`]),
        ],
      };
    }
  }
};

const chained = (ids: readonly string[]): readonly string[] =>
  ids.slice(1).map((to, index) => `${ids[index]} > ${to}`);
