import type { RungAct } from '@lianban/contracts';
import { actsUnderExemption } from './exempt-acts.js';

describe('what a level does for an exempt unit', () => {
  it('nothing where all of it holds the unit to account', () => {
    expect(
      actsUnderExemption([
        { kind: 'criticism-candidate' },
        { kind: 'ledger-entry' },
        { kind: 'proposal', of: 'talk' },
      ]),
    ).toEqual([]);
  });

  it('all that presses for the work', () => {
    const pressing: readonly RungAct[] = [
      { kind: 'remind' },
      { kind: 'mark', mark: 'overdue' },
      { kind: 'letter' },
      { kind: 'supervision-order', answerWithin: 3 },
      { kind: 'call-chain', everyMinutes: 5 },
    ];
    expect(actsUnderExemption([...pressing, { kind: 'ledger-entry' }])).toEqual(pressing);
  });
});
