import { err } from '@lianban/kernel';
import { CaseRun } from '../../specimens/case-run.js';
import { describeWaiting } from '../../state/describe-waiting.js';
import { boundary, end, planOf, service, start, user } from '../../specimens/plan-sketch.js';

const plan = planOf(
  [
    start(),
    service('push', {
      inputs: [{ target: 'to', expression: 'system' }],
      outputs: [{ target: 'receipt', expression: 'result.number' }],
    }),
    boundary('rejected', 'push', {
      trigger: { kind: 'error', code: 'REJECTED' },
      outputs: [{ target: 'reason', expression: 'error.reason' }],
    }),
    boundary('any', 'push', { trigger: { kind: 'error' } }),
    boundary('slow', 'push'),
    user('by_hand'),
    end(),
  ],
  ['start > push', 'push > end', 'rejected > by_hand', 'any > by_hand', 'slow > by_hand', 'by_hand > end'],
);

describe('service tasks', () => {
  it('asks for the service with its input and waits', () => {
    const run = new CaseRun(plan).start({ system: 'health' });
    expect(run.effects('service-requested')).toEqual([
      {
        kind: 'service-requested',
        token: run.tokenAt('push'),
        node: 'push',
        implementation: { kind: 'conductor', operation: 'push-operation' },
        input: { to: 'health' },
      },
    ]);
  });

  it('goes on with the result, once', () => {
    const run = new CaseRun(plan).start();
    const token = run.tokenAt('push');
    run.serve('push', { kind: 'done', data: { number: 'R-1' } });
    expect(run.data).toMatchObject({ receipt: 'R-1', push: { result: { number: 'R-1' } } });
    expect(run.state.ended?.kind).toBe('completed');

    const other = new CaseRun(plan).start().fire('slow');
    const late = other.apply({ kind: 'service-result', token, result: { kind: 'done', data: {} } });
    expect(late?.code).toBe('CASES.SERVICE_NOT_OPEN');
  });

  it('a result is no answer to a user task', () => {
    const run = new CaseRun(plan).start().fire('slow');
    const token = run.tokenAt('by_hand');
    expect(run.apply({ kind: 'service-result', token, result: { kind: 'done', data: {} } })?.code).toBe(
      'CASES.SERVICE_NOT_OPEN',
    );
  });

  it.each([
    ['REJECTED', 'rejected'],
    ['OTHER', 'any'],
  ])('an error %s takes the boundary %s', (code, boundaryEvent) => {
    const run = new CaseRun(plan)
      .start()
      .serve('push', { kind: 'error', code, data: { reason: 'no such id' } });
    expect(run.places).toEqual(['by_hand']);
    expect(run.armed).toEqual([]);
    expect(run.effects('node-passed').map(({ node }) => node)).toEqual([boundaryEvent]);
    expect(run.data['push']).toEqual({ error: { code, reason: 'no such id' } });
  });

  it('an error without a way is an incident, and a person may still answer', () => {
    const bare = planOf([start(), service('push'), end()], ['start > push', 'push > end']);
    const run = new CaseRun(bare).start().serve('push', { kind: 'error', code: 'REJECTED', data: {} });
    expect(run.effects('incident')).toMatchObject([{ node: 'push', code: 'REJECTED' }]);
    expect(run.serve('push').state.ended?.kind).toBe('completed');
  });

  it('a refusal without a way can be retried: the service is asked again, what is armed stays armed', () => {
    const guarded = planOf(
      [
        start(),
        service('push', { inputs: [{ target: 'to', expression: 'system' }] }),
        boundary('slow', 'push'),
        end(),
      ],
      ['start > push', 'push > end', 'slow > end'],
    );
    const run = new CaseRun(guarded)
      .start({ system: 'health' })
      .serve('push', { kind: 'error', code: 'REJECTED', data: {} });
    expect(describeWaiting(guarded, run.state)).toEqual([{ node: 'push', incident: true }]);
    const token = run.tokenAt('push');
    run.retry('push');
    expect(run.last).toEqual([
      {
        kind: 'service-requested',
        token,
        node: 'push',
        implementation: { kind: 'conductor', operation: 'push-operation' },
        input: { to: 'health' },
      },
    ]);
    expect(run.armed).toEqual(['slow']);
    expect(run.apply({ kind: 'retry-incident', token })?.code).toBe('CASES.NO_INCIDENT');
    expect(run.serve('push').state.ended?.kind).toBe('completed');
  });

  it('a request that cannot be made again keeps the token where a person sees it', () => {
    const bare = planOf(
      [start(), service('push', { inputs: [{ target: 'to', expression: 'system' }] }), end()],
      ['start > push', 'push > end'],
    );
    const run = new CaseRun(bare).start().serve('push', { kind: 'error', code: 'REJECTED', data: {} });
    const { evaluate } = run;
    run.evaluate = () => err({ kind: 'invalid', code: 'EXPRESSIONS.FAILED', message: 'not now' });
    expect(run.retry('push').effects('incident')).toMatchObject([
      { node: 'push', code: 'EXPRESSIONS.FAILED' },
    ]);
    run.evaluate = evaluate;
    expect(run.retry('push').serve('push').state.ended?.kind).toBe('completed');
  });

  it('an event that takes a refused step away cancels nothing that is not there', () => {
    const run = new CaseRun(
      planOf(
        [start(), service('push'), boundary('slow', 'push'), end()],
        ['start > push', 'push > end', 'slow > end'],
      ),
    )
      .start()
      .serve('push', { kind: 'error', code: 'REJECTED', data: {} })
      .fire('slow');
    expect(run.effects('service-cancelled')).toEqual([]);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('"not yet" defers and changes nothing else', () => {
    const run = new CaseRun(plan).start();
    const before = run.state;
    run.serve('push', { kind: 'not-yet', retryInSeconds: 30 });
    expect(run.last).toEqual([
      { kind: 'service-deferred', token: run.tokenAt('push'), node: 'push', retryInSeconds: 30 },
    ]);
    expect(run.state).toEqual(before);
  });

  it('an interrupting event cancels the request', () => {
    const run = new CaseRun(plan).start();
    const token = run.tokenAt('push');
    run.fire('slow');
    expect(run.effects('service-cancelled')).toEqual([{ kind: 'service-cancelled', token, node: 'push' }]);
    expect(run.effects('activity-cancelled')).toEqual([{ kind: 'activity-cancelled', node: 'push' }]);
  });

  it('a retried error boundary still knows the error', () => {
    const run = new CaseRun(plan).start();
    const { evaluate } = run;
    run.evaluate = () => err({ kind: 'invalid', code: 'EXPRESSIONS.FAILED', message: 'not now' });
    run.serve('push', { kind: 'error', code: 'REJECTED', data: { reason: 'no such id' } });
    expect(run.places).toEqual(['rejected']);
    run.evaluate = evaluate;
    expect(run.retry('rejected').data['reason']).toBe('no such id');
  });
});
