import type { StandardLoop } from '../../plan/loop-definition.js';
import { CaseRun } from '../../specimens/case-run.js';
import { end, planOf, script, start, user } from '../../specimens/plan-sketch.js';

const counting = (loop: Omit<StandardLoop, 'kind'>) =>
  planOf(
    [
      start(),
      script('count', 'n + 1', {
        loop: { kind: 'standard', ...loop },
        outputs: [{ target: 'n', expression: 'result' }],
      }),
      end(),
    ],
    ['start > count', 'count > end'],
  );

describe('a standard loop', () => {
  it.each([
    ['tests before', { testBefore: true, condition: 'n < 3' }, 0, 3],
    ['tests before and never starts', { testBefore: true, condition: 'n < 3' }, 5, 5],
    ['tests after and is done once at least', { testBefore: false, condition: 'n < 3' }, 5, 6],
    ['counts its rounds', { testBefore: false, condition: 'loopCounter < 4' }, 0, 4],
    ['counts its rounds before them', { testBefore: true, condition: 'loopCounter < 4' }, 0, 4],
    ['stops at its maximum', { testBefore: true, condition: 'true', maximum: '2' }, 0, 2],
    ['without a condition goes to its maximum', { testBefore: false, maximum: '7' }, 0, 7],
  ])('%s', (_, loop, n, result) => {
    const run = new CaseRun(counting(loop)).start({ n });
    expect(run.data['n']).toBe(result);
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('that never ends is stopped by the budget', () => {
    const run = new CaseRun(counting({ testBefore: true, condition: 'true' })).start({ n: 0 });
    expect(run.effects('incident')).toMatchObject([{ node: 'count', code: 'CASES.ENDLESS_LOOP' }]);
  });

  it('opens one task after the other', () => {
    const plan = planOf(
      [
        start(),
        user('ask', { loop: { kind: 'standard', testBefore: false, condition: 'form.again' } }),
        end(),
      ],
      ['start > ask', 'ask > end'],
    );
    const run = new CaseRun(plan).start().complete('ask', undefined, { again: true });
    expect(run.effects('task-created')).toMatchObject([{ instance: { counter: 2 } }]);
    expect(run.complete('ask').state.ended?.kind).toBe('completed');
    expect(run.data['ask']).toEqual({ outcome: null, form: {} });
  });
});
