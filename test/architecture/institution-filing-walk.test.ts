import { type CalendarLayer, closingTime, createCalendar, toLocalTime } from '@lianban/calendar';
import { LadderBook } from '@lianban/domain';
import { createEvaluator } from '@lianban/expressions';
import { type Stimulus, initialState, step } from '@lianban/process-runtime';
import fc from 'fast-check';
import { compilePackProcess, readPack } from './pack-processes.js';
import { FilingWalk, type World, messageOf, startOf } from './filing-walk.js';

/** One decision of a walk: which of the things that could happen does, in which way, and how long it takes. */
interface Move {
  readonly pick: number;
  readonly variant: number;
  /** Minutes of office hours. */
  readonly minutes: number;
}

const DAY = 420;
const WALKS = 120;
const outcomes = [
  'filed-and-verified',
  'filed-correcting',
  'home-based-point',
  'lapsed',
  'not-filed',
  'out-of-scope',
];

let world: World;

beforeAll(async () => {
  const pack = await readPack();
  const { plan } = await compilePackProcess(pack, 'institution-filing');
  if (!plan) throw new Error('W01 does not compile.');
  world = {
    plan,
    calendar: createCalendar(pack.calendars as unknown as readonly CalendarLayer[]),
    ladders: new LadderBook(pack.ladders),
  };
});

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    pick: fc.nat(30),
    variant: fc.nat(41),
    minutes: fc.oneof(
      { weight: 6, arbitrary: fc.nat(60) },
      { weight: 3, arbitrary: fc.nat(3 * DAY) },
      { weight: 2, arbitrary: fc.nat(34 * DAY) },
      fc.constant(0),
    ),
  }),
  { maxLength: 45 },
);

/** What is open in the books must be open in the state, and the other way round. */
const expectSound = (walk: FilingWalk): void => {
  const { tokens, waits, scopes, ended } = walk.state;
  const ids = tokens.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(waits.filter(({ token }) => token === undefined || !ids.includes(token))).toEqual([]);
  expect(['root', ...tokens.flatMap(({ holds }) => holds ?? [])].toSorted()).toEqual(
    ended ? ['root'] : scopes.map(({ id }) => id).toSorted(),
  );
  const at = (type: string): string[] =>
    tokens
      .filter(({ node, incident }) => world.plan.nodes[node]?.type === type && !incident)
      .map(({ id }) => id);
  expect([...walk.tasks.keys()].toSorted()).toEqual(at('userTask').toSorted());
  expect([...walk.timers.keys()].toSorted()).toEqual(
    waits
      .filter(({ kind }) => kind === 'timer')
      .map(({ id }) => id)
      .toSorted(),
  );
  expect([...walk.calls.keys()].toSorted()).toEqual([...at('serviceTask'), ...at('sendTask')].toSorted());
  if (ended) expect([tokens, waits, [...walk.tasks], [...walk.calls]]).toEqual([[], [], [], []]);
  else expect(walk.possible().length + walk.timers.size).toBeGreaterThan(0);
};

const expectClocksKept = (walk: FilingWalk): void => {
  for (const { definition, reading, schedule, clock } of walk.readings()) {
    expect(schedule.map(({ at }) => at)).toEqual(schedule.map(({ at }) => at).toSorted());
    const levels = [...clock.fired, ...schedule.flatMap((act) => (act.kind === 'rung' ? [act.level] : []))];
    expect(levels).toEqual(levels.toSorted());
    expect(new Set(levels).size).toBe(levels.length);
    if (reading?.dueAt === undefined) expect(reading?.state).toBe('stopped');
    else expect(world.calendar.isWorkingDay(toLocalTime(world.calendar, reading.dueAt).day)).toBe(true);
    if (walk.state.ended) expect(['met', 'cancelled']).toContain(reading?.state);
    const { leastAfterStop } = definition;
    const resumed = clock.ledger.findLast(({ kind }) => kind === 'resumed');
    if (leastAfterStop === undefined || !resumed || reading?.dueAt === undefined) continue;
    const { day } = toLocalTime(world.calendar, resumed.at);
    expect(
      reading.dueAt >= closingTime(world.calendar, world.calendar.addWorkingDays(day, leastAfterStop)),
    ).toBe(true);
  }
};

const carryOut = (walk: FilingWalk, { pick, variant, minutes }: Move): void => {
  walk.wait(minutes);
  const possible = walk.possible();
  // One choice more than there is work: to let the next timer come.
  const chosen = possible[pick % (possible.length + 1)];
  if (!chosen) walk.waitForTimer();
  else
    expect([chosen.what, walk.apply(chosen.stimulus(variant, walk.now))?.code]).toEqual([
      chosen.what,
      undefined,
    ]);
};

/** The walk goes on in its own manner for a while, then everybody does the usual thing until nothing is left to do. */
const finish = (walk: FilingWalk, path: readonly Move[]): void => {
  for (let acts = 0; !walk.state.ended; acts += 1) {
    if (acts > 140) throw new Error(`It never ends: ${walk.state.tokens.map(({ node }) => node).join(', ')}`);
    const { pick, variant } = (acts < 60 ? path[(acts * 7) % path.length] : undefined) ?? {
      pick: 0,
      variant: 0,
    };
    walk.wait(30);
    const possible = walk.possible();
    const next = possible[pick % possible.length];
    if (next) walk.apply(next.stimulus(variant, walk.now));
    else walk.waitForTimer();
    expectSound(walk);
  }
};

const walked = (entry: number, path: readonly Move[]): FilingWalk => {
  const walk = new FilingWalk(world);
  walk.apply(startOf(entry, walk.now));
  expectSound(walk);
  for (const move of path) {
    if (walk.state.ended) break;
    carryOut(walk, move);
    expectSound(walk);
    expectClocksKept(walk);
  }
  return walk;
};

const snapshot = (walk: Pick<FilingWalk, 'state' | 'data'>): string =>
  JSON.stringify([walk.state, walk.data]);

describe('a random walk over the filing process', () => {
  it('loses no token and ends, in an outcome of the domain, from wherever it was led', () => {
    fc.assert(
      fc.property(fc.nat(41), moves, (entry, path) => {
        const walk = walked(entry, path);
        finish(walk, path);
        expect(walk.state.ended?.kind).toMatch(/completed|terminated/);
        expect(outcomes).toContain(walk.state.ended?.outcome);
        expectClocksKept(walk);
      }),
      { numRuns: WALKS },
    );
  }, 120_000);

  it('gets to every corner of the process', () => {
    const passed = new Set<string>();
    const property = fc.property(fc.nat(41), moves, (entry, path) => {
      const walk = walked(entry, path);
      finish(walk, path);
      for (const node of walk.passed) passed.add(node);
    });
    // Always the same walks: what the others find by chance is worth nothing where they never come.
    fc.assert(property, { numRuns: WALKS, seed: 20_260_302 });
    const { nodes } = world.plan;
    expect(Object.keys(nodes).filter((node) => !passed.has(node))).toEqual([]);
  }, 120_000);

  it('is repeated to the byte by its recorded stimuli, stored and read back in between', () => {
    const evaluator = createEvaluator();
    fc.assert(
      fc.property(fc.nat(41), moves, (entry, path) => {
        const walk = walked(entry, path);
        let replay: Pick<FilingWalk, 'state' | 'data'> = {
          state: initialState(),
          data: { parameters: { deemedCompleteWithoutNotice: true } },
        };
        for (const { now, stimulus } of walk.applied) {
          const stored = JSON.parse(JSON.stringify({ ...replay, stimulus })) as typeof replay & {
            stimulus: Stimulus;
          };
          const result = step(world.plan, stored.state, stored.data, stored.stimulus, {
            caseId: 'case',
            now,
            evaluate: (expression, variables) => evaluator.evaluate(expression, variables),
          });
          if (!result.ok) throw new Error(result.error.code);
          replay = result.value;
        }
        expect(snapshot(replay)).toBe(snapshot(walk));
      }),
      { numRuns: WALKS / 2 },
    );
  }, 120_000);

  it('refuses what comes late or twice, and stays as it is', () => {
    fc.assert(
      fc.property(fc.nat(41), moves, (entry, path) => {
        const walk = walked(entry, path);
        const before = snapshot(walk);
        const open = new Set([...walk.tasks.keys(), ...walk.calls.keys(), ...walk.timers.keys()]);
        const stuck = new Set(walk.state.tokens.flatMap(({ id, incident }) => (incident ? [id] : [])));
        const stale = walk.applied
          .map(({ stimulus }) => stimulus)
          .filter((stimulus) => {
            const key =
              stimulus.kind === 'complete-task'
                ? stimulus.task
                : stimulus.kind === 'timer'
                  ? stimulus.wait
                  : stimulus.kind === 'service-result'
                    ? stimulus.token
                    : undefined;
            return key !== undefined && !open.has(key) && !stuck.has(key);
          });
        for (const stimulus of stale) {
          expect(walk.apply(stimulus)).toMatchObject({ kind: 'conflict' });
          expect(snapshot(walk)).toBe(before);
        }
      }),
      { numRuns: WALKS / 2 },
    );
  }, 120_000);

  it('hears nothing after its end', () => {
    fc.assert(
      fc.property(fc.nat(41), moves, (entry, path) => {
        const walk = walked(entry, path);
        finish(walk, path);
        const before = snapshot(walk);
        for (const message of Object.keys(world.plan.messages))
          expect(walk.apply(messageOf(message, 0, walk.now))?.code).toBe('CASES.ENDED');
        expect(walk.apply(startOf(entry, walk.now))).toMatchObject({ kind: 'conflict' });
        expect(snapshot(walk)).toBe(before);
      }),
      { numRuns: WALKS / 4 },
    );
  }, 120_000);
});
