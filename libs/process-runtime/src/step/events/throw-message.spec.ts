import type { JsonObject } from '@lianban/kernel';
import { CaseRun } from '../../specimens/case-run.js';
import { plainEvaluate } from '../../specimens/plain-evaluator.js';
import { end, planOf, start, throwing, user } from '../../specimens/plan-sketch.js';

const inputs = [{ target: 'to', expression: 'office' }];
const result = { kind: 'message', message: 'm' } as const;

/** Whoever hears `m` was promised an office. */
const judgeEvent = (message: string, { to }: JsonObject) =>
  message === 'm' && typeof to !== 'string'
    ? ({ kind: 'invalid', code: 'CASES.MESSAGE_UNFIT', message: '/data/to: must be string' } as const)
    : undefined;

const running = (node: Parameters<typeof planOf>[0][number]): CaseRun =>
  new CaseRun(
    planOf([start(), node, user('after'), end()], ['start > tell', 'tell > after', 'after > end']),
    plainEvaluate,
    { judgeEvent },
  ).start({ office: null });

describe('a message that does not fit what its hearers are promised', () => {
  it.each<[string, Parameters<typeof planOf>[0][number]]>([
    ['throw event', throwing('tell', { result, inputs })],
    [
      'send task',
      {
        id: 'tell',
        type: 'sendTask',
        implementation: { kind: 'message', message: 'm' },
        inputs,
      },
    ],
  ])('is not sent: the %s stops with an incident, and is tried again when the data is right', (_, node) => {
    const run = running(node);
    expect(run.effects('incident')).toMatchObject([
      { node: 'tell', code: 'CASES.MESSAGE_UNFIT', message: '/data/to: must be string' },
    ]);
    expect(run.allOf('message-thrown')).toEqual([]);
    expect(run.places).toEqual(['tell']);
    run.retry('tell');
    expect(run.effects('incident')).toHaveLength(1);
    run.command({ kind: 'set-data', values: { office: 'fire' } }).retry('tell');
    expect(run.allOf('message-thrown')).toEqual([
      { kind: 'message-thrown', message: 'm', node: 'tell', data: { to: 'fire' } },
    ]);
    expect(run.places).toEqual(['after']);
  });

  it('holds back everything that its event throws, so that a new try sends nothing twice', () => {
    const of = [{ kind: 'message', message: 'first' }, result] as const;
    const run = running(throwing('tell', { result: { kind: 'multiple', of }, inputs }));
    expect(run.allOf('message-thrown')).toEqual([]);
    run.command({ kind: 'set-data', values: { office: 'fire' } }).retry('tell');
    expect(run.allOf('message-thrown').map(({ message }) => message)).toEqual(['first', 'm']);
    expect(run.places).toEqual(['after']);
  });

  it('is not sent by the end of the case either, which goes on', () => {
    const plan = planOf([start(), { id: 'tell', type: 'endEvent', result, inputs }], ['start > tell']);
    const run = new CaseRun(plan, plainEvaluate, { judgeEvent }).start({ office: null });
    expect(run.state.ended).toBeUndefined();
    run.command({ kind: 'set-data', values: { office: 'fire' } }).retry('tell');
    expect(run.allOf('message-thrown')).toHaveLength(1);
    expect(run.state.ended?.kind).toBe('completed');
  });
});

describe('an event that a step emits when it is done', () => {
  it('is held to what its hearers are promised: the step stays, and a new try says everything once', () => {
    const emits = [
      { type: 'first', data: [] },
      { type: 'm', data: inputs },
    ];
    const run = running({ ...user('tell'), emits });
    run.complete('tell');
    expect(run.effects('incident')).toMatchObject([{ node: 'tell', code: 'CASES.MESSAGE_UNFIT' }]);
    expect(run.allOf('event-emitted')).toEqual([]);
    run.command({ kind: 'set-data', values: { office: 'fire' } }).retry('tell');
    expect(run.allOf('event-emitted').map(({ type }) => type)).toEqual(['first', 'm']);
    expect(run.places).toEqual(['after']);
  });
});
