import { plainEvaluate } from '../specimens/plain-evaluator.js';
import {
  boundary,
  catching,
  end,
  gateway,
  planOf,
  service,
  start,
  throwing,
  timerCatch,
  user,
} from '../specimens/plan-sketch.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import { EngineInMemory } from './engine-in-memory.js';
import type { World } from './world.js';

const FROM = '2030-01-07T00:00:00.000Z';
const message = { kind: 'message', message: 'm' } as const;
const signal = { kind: 'signal', signal: 's' } as const;
const heardEverywhere = { signals: { s: { name: 's', reach: 'everywhere' } } } as const;
const after = (iso: string) => ({ kind: 'timer', timer: { kind: 'elapsed', iso } }) as const;

const engineOf = (plans: Readonly<Record<string, ProcessPlan>>, world: Partial<World> = {}) => {
  const engine = new EngineInMemory({ from: FROM, evaluate: plainEvaluate, ...world });
  for (const [processId, plan] of Object.entries(plans)) engine.deploy({ ...plan, processId });
  return engine;
};
const places = (engine: EngineInMemory) =>
  engine.instances.map(({ state }) => state.tokens.map(({ node }) => node).join('+') || state.ended?.kind);

describe('an engine in memory', () => {
  it('moves its clock to what falls due, and does what is offered when the world says', () => {
    const plan = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        service('slow'),
        catching('wait', after('PT30S')),
        user('a'),
        end(),
      ],
      ['start > fork', 'fork > slow', 'fork > wait', 'slow > a', 'wait > end', 'a > end'],
    );
    const engine = engineOf(
      { p: plan },
      { perform: ({ node }) => (node === 'slow' ? { after: 45_000, variables: { x: 1 } } : undefined) },
    );
    const instance = engine.start('p');
    expect(engine.nextDue).toBe('2030-01-07T00:00:30.000Z');
    engine.runUntil('2030-01-07T00:00:40Z');
    expect(places(engine)).toEqual(['slow']);
    engine.runUntil('2030-01-07T00:01:00Z');
    expect(places(engine)).toEqual(['a']);
    expect(instance.data).toMatchObject({ x: 1 });
    expect(engine.now).toBe('2030-01-07T00:01:00.000Z');
    expect(engine.nextDue).toBeUndefined();
  });

  it('asks when a timer in business time falls due', () => {
    const plan = planOf([start(), timerCatch('wait'), end()], ['start > wait', 'wait > end']);
    const engine = engineOf({ p: plan }, { dueOf: () => '2030-01-08T00:00:00Z' });
    engine.start('p');
    engine.runUntil('2030-01-07T23:59:59Z');
    expect(places(engine)).toEqual(['wait']);
    engine.runUntil('2030-01-08T00:00:00Z');
    expect(places(engine)).toEqual(['completed']);
  });

  it('calls off what an interrupting event takes away', () => {
    const plan = planOf(
      [start(), service('slow'), boundary('late', 'slow', { trigger: after('PT10S') }), end()],
      ['start > slow', 'slow > end', 'late > end'],
    );
    const engine = engineOf({ p: plan }, { perform: () => ({ after: 20_000 }) });
    engine.start('p');
    engine.runUntil('2030-01-07T00:00:10Z');
    expect(places(engine)).toEqual(['completed']);
    expect(engine.nextDue).toBeUndefined();
  });

  const catcher = planOf([start(), catching('wait', message), end()], ['start > wait', 'wait > end']);
  const started = planOf([start('come', { trigger: message }), user('a'), end()], ['come > a', 'a > end']);
  const thrower = planOf(
    [start(), throwing('throw', { result: message }), end()],
    ['start > throw', 'throw > end'],
  );

  it('gives a message to one: to who waits, else to whom it starts', () => {
    const engine = engineOf({ catcher, started, thrower });
    engine.start('catcher');
    engine.start('catcher');
    engine.start('thrower');
    expect(places(engine)).toEqual(['completed', 'wait', 'completed']);
    engine.start('thrower');
    engine.start('thrower');
    expect(places(engine)).toEqual(['completed', 'completed', 'completed', 'completed', 'completed', 'a']);
  });

  it('lets an answer find the question waiting', () => {
    const asking = planOf(
      [
        start(),
        throwing('ask', { result: message }),
        catching('answer', { kind: 'message', message: 'n' }),
        end(),
      ],
      ['start > ask', 'ask > answer', 'answer > end'],
    );
    const answering = planOf(
      [
        start('come', { trigger: message }),
        throwing('say', { result: { kind: 'message', message: 'n' } }),
        end(),
      ],
      ['come > say', 'say > end'],
    );
    const engine = engineOf({ asking, answering });
    engine.start('asking');
    expect(places(engine)).toEqual(['completed', 'completed']);
  });

  it('lets a signal reach all that wait and start what it starts, before the thrower moves on', () => {
    const moves: string[] = [];
    const hearing = planOf(
      [start(), catching('wait', signal), end('heard')],
      ['start > wait', 'wait > heard'],
      heardEverywhere,
    );
    const starting = planOf(
      [start('come', { trigger: signal }), end('begun')],
      ['come > begun'],
      heardEverywhere,
    );
    const throwingOne = planOf(
      [start(), throwing('throw', { result: signal }), end('went')],
      ['start > throw', 'throw > went'],
      heardEverywhere,
    );
    const engine = engineOf(
      { hearing, starting, throwing: throwingOne },
      { observe: (_, move) => void ('token' in move && move.kind === 'entered' && moves.push(move.element)) },
    );
    engine.start('hearing');
    engine.start('hearing');
    engine.start('throwing');
    expect(moves).toEqual(['wait', 'wait', 'throw', 'heard', 'heard', 'begun', 'went']);
  });

  it('starts by a parallel multiple event when all of it has come', () => {
    const both = planOf(
      [start('come', { trigger: { kind: 'multiple', all: true, of: [message, signal] } }), user('a'), end()],
      ['come > a', 'a > end'],
      heardEverywhere,
    );
    const engine = engineOf({ both });
    engine.send('m', {});
    expect(places(engine)).toEqual([]);
    engine.broadcast('s');
    expect(places(engine)).toEqual(['a']);
    engine.broadcast('s');
    expect(places(engine)).toEqual(['a']);
  });

  it('stops an instance that fails, and two that keep each other busy for ever', () => {
    const failing = planOf([start(), end('end', { result: { kind: 'error', code: 'E' } })], ['start > end']);
    const engine = engineOf({ failing });
    expect(engine.start('failing').failure).toMatchObject({ code: 'CASES.ERROR_NOT_CAUGHT', node: 'end' });
    const playing = planOf(
      [start('come', { trigger: message }), throwing('back', { result: message }), end()],
      ['come > back', 'back > end'],
    );
    const endless = engineOf({ playing });
    endless.send('m', {});
    expect(endless.instances.at(-1)?.failure?.code).toBe('CASES.ENDLESS_LOOP');
    const echoing = planOf(
      [start('come', { trigger: signal }), throwing('back', { result: signal }), end()],
      ['come > back', 'back > end'],
      heardEverywhere,
    );
    const echo = engineOf({ echoing });
    echo.broadcast('s');
    expect(echo.instances.some(({ failure }) => failure?.code === 'CASES.ENDLESS_LOOP')).toBe(true);
    expect(endless.instances.at(-1)?.failure?.code).toBe('CASES.ENDLESS_LOOP');
  });
});
