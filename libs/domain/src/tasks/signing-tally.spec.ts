import type { SigningRule } from '@lianban/process-runtime';
import { type SignerTask, tallyOf } from './signing-tally.js';

const rule = (mode: SigningRule['mode'], ratio?: readonly [number, number]): SigningRule => ({
  mode,
  consent: 'agree',
  passed: 'passed',
  rejected: 'rejected',
  open: true,
  ...(ratio ? { ratio } : {}),
});
const tasks = (...outcomes: readonly (string | undefined)[]): readonly SignerTask[] =>
  outcomes.map((outcome) => (outcome === undefined ? { status: 'open' } : { status: 'completed', outcome }));

describe('the tally of a countersigning', () => {
  it.each([
    ['all', tasks('agree', 'agree', undefined), { needed: 3, total: 3 }],
    ['all', tasks('agree', 'agree', 'agree'), { needed: 3, result: 'passed' }],
    ['all', tasks('agree', 'refuse', undefined), { against: 1, result: 'rejected' }],
    ['any', tasks('refuse', 'agree', undefined), { needed: 1, result: 'passed' }],
    ['any', tasks('refuse', 'refuse'), { result: 'rejected' }],
  ] as const)('%s: %j', (mode, signed, expected) => {
    expect(tallyOf(rule(mode), signed)).toMatchObject(expected);
  });

  it('rounds a share up: two thirds of four are three', () => {
    const vote = rule('ratio', [2, 3]);
    expect(tallyOf(vote, tasks('agree', 'agree', undefined, undefined))).toMatchObject({ needed: 3 });
    expect(tallyOf(vote, tasks('agree', 'agree', undefined, undefined))).not.toHaveProperty('result');
    expect(tallyOf(vote, tasks('refuse', 'refuse', undefined, undefined))).toMatchObject({
      result: 'rejected',
    });
  });

  it('counts those whose turn has not come, and nobody who was taken away', () => {
    const signed: readonly SignerTask[] = [...tasks('agree', undefined), { status: 'cancelled' }];
    expect(tallyOf(rule('sequence'), signed, 2)).toMatchObject({ total: 4, open: 1, agreed: 1 });
  });
});
