import type { SigningRule } from '../../plan/loop-definition.js';
import { CaseRun } from '../../specimens/case-run.js';
import { end, planOf, start, user } from '../../specimens/plan-sketch.js';
import { decide } from './signing.js';

const rule = (more: Partial<SigningRule>): SigningRule => ({
  mode: 'all',
  consent: 'agree',
  passed: 'carried',
  rejected: 'not-carried',
  open: false,
  ...more,
});
const [yes, no] = ['agree', 'object'];

describe('countersigning', () => {
  it.each([
    ['all', 3, [yes, yes], undefined],
    ['all', 3, [yes, yes, yes], 'carried'],
    ['all', 3, [no], 'not-carried'],
    ['any', 3, [no, no], undefined],
    ['any', 3, [no, yes], 'carried'],
    ['any', 3, [no, no, no], 'not-carried'],
    ['ratio', 3, [yes, yes], 'carried'],
    ['ratio', 3, [yes, no], undefined],
    ['ratio', 3, [no, no], 'not-carried'],
    ['ratio', 5, [yes, yes, yes], undefined],
    ['sequence', 2, [yes], undefined],
    ['sequence', 2, [yes, no], 'not-carried'],
    ['all', 0, [], 'not-carried'],
  ] as const)('%s of %d with %j comes to %s', (mode, signers, outcomes, result) => {
    expect(decide(rule({ mode, ratio: [2, 3] }), signers, outcomes)).toBe(result);
  });

  it('closes what is left as soon as it is decided, and has one outcome', () => {
    const outcomes = [yes, no].map((code) => ({ code, name: { zh: code, en: code } }));
    const plan = planOf(
      [
        start(),
        user('sign', {
          outcomes,
          loop: {
            kind: 'multi',
            sequential: false,
            cardinality: '3',
            behavior: 'none',
            signing: rule({ mode: 'all' }),
          },
        }),
        user('filed'),
        user('returned'),
        end(),
      ],
      [
        'start > sign',
        'sign > filed : outcome = "carried"',
        'sign > returned : outcome = "not-carried"',
        'filed > end',
        'returned > end',
      ],
    );
    const run = new CaseRun(plan).start().complete('sign', yes).complete('sign', no);
    expect(run.effects('task-closed').map(({ how }) => how)).toEqual(['completed', 'cancelled']);
    expect(run.effects('activity-completed')).toEqual([
      { kind: 'activity-completed', node: 'sign', outcome: 'not-carried' },
    ]);
    expect(run.data['sign']).toEqual({
      outcome: 'not-carried',
      results: [yes, no].map((outcome) => ({ outcome, form: {} })),
    });
    expect(run.places).toEqual(['returned']);
  });
});
