import * as fc from 'fast-check';
import { CaseRun } from '../specimens/case-run.js';
import { MODELS, PATIENCE } from '../specimens/lengths.js';
import { Obligations } from '../specimens/obligations.js';
import { type House, houses, planOfHouse, type Room, roomsOf, tasksOf } from '../specimens/rooms.js';
import type { Stimulus } from './stimulus.js';

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Tasks in the order they were completed, and how often each message was taken. */
interface Story {
  readonly completed: readonly string[];
  readonly heard: ReadonlyMap<string, number>;
}

/** One case to its end; a second one is put away as JSON after every stimulus and must never differ. */
const walk = (house: House, picks: readonly number[]): Story => {
  const plan = planOfHouse(house);
  const [run, reloaded] = [new CaseRun(plan), new CaseRun(stored(plan))];
  const obligations = new Obligations();
  const heard = new Map<string, number>();
  const apply = (stimulus: Stimulus): void => {
    expect(run.apply(stimulus)).toBeUndefined();
    expect(reloaded.apply(stored(stimulus))).toBeUndefined();
    expect(reloaded.state).toEqual(run.state);
    expect(reloaded.last).toEqual(run.last);
    reloaded.state = stored(reloaded.state);
    reloaded.data = stored(reloaded.data);
    obligations.follow(stimulus, run.last);
  };
  apply({ kind: 'start', startEvent: 'start', data: {} });
  for (let round = 0; !run.state.ended; round += 1) {
    const open = obligations.list();
    const pick = picks[round];
    // In the end only people act, or a message that interrupts nothing could come for ever.
    const next =
      pick === undefined
        ? open.find(({ stimulus }) => stimulus.kind === 'complete-task')
        : open[pick % open.length];
    if (!next) throw new Error('The case waits for nothing and has not ended.');
    if (next.stimulus.kind === 'message') {
      const { message } = next.stimulus;
      heard.set(message, (heard.get(message) ?? 0) + 1);
    }
    apply(next.stimulus);
  }
  expect(obligations.list()).toEqual([]);
  expect(run.state).toMatchObject({ tokens: [], waits: [], ended: { kind: 'completed' } });
  const completed = run.allOf('task-closed').flatMap(({ node, how }) => (how === 'completed' ? [node] : []));
  return { completed, heard };
};

/** What BPMN says of a room, counted without the runtime. */
const expectRoom = ([id, room]: readonly [string, Room], { completed, heard }: Story): void => {
  const times = (node: string): number => completed.filter((other) => other === node).length;
  switch (room.kind) {
    case 'step':
      return expect(times(id)).toBe(1);
    case 'ad-hoc':
      return expect(tasksOf(id, room.tasks).map(times)).toEqual(tasksOf(id, room.tasks).map(() => 1));
    case 'guarded': {
      const messages = heard.get(`${id}.message`) ?? 0;
      expect(times(`${id}_heard`)).toBe(messages);
      const done = tasksOf(id, room.tasks).map(times);
      // Interrupted, some first ones were done; else all of them.
      if (room.interrupting && messages > 0) {
        expect(messages).toBe(1);
        expect(done).toEqual(done.toSorted((a, b) => b - a));
        expect(done.at(-1)).toBe(0);
        return expect(Math.max(...done)).toBeLessThanOrEqual(1);
      }
      return expect(done).toEqual(done.map(() => 1));
    }
  }
};

describe('any process with ad-hoc and event sub-processes and what can be undone', () => {
  it(
    'does each thing once, hears each message once, undoes in reverse, and ends the same wherever it is put away',
    () => {
      fc.assert(
        fc.property(houses, fc.array(fc.nat(20), { maxLength: 40 }), (house, picks) => {
          const story = walk(house, picks);
          for (const room of roomsOf(house)) expectRoom(room, story);
          const steps = story.completed.filter((node) =>
            roomsOf(house).some(([id, { kind }]) => kind === 'step' && id === node),
          );
          expect(story.completed.filter((node) => node.startsWith('undo_'))).toEqual(
            steps.toReversed().map((node) => `undo_${node}`),
          );
          expect(story.completed.at(-1)).toBe('after');
        }),
        { numRuns: MODELS },
      );
    },
    PATIENCE,
  );
});
