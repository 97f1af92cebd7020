import fc from 'fast-check';
import { shareDelay } from './share-delay.js';

describe('the delay of a case', () => {
  it('falls on who took longer than its own limit, not on who came after', () => {
    expect(
      shareDelay(180, [
        { party: 'upstream', minutes: 300 },
        { party: 'downstream', minutes: 0 },
      ]),
    ).toEqual({
      shares: [{ party: 'upstream', minutes: 180 }],
      unexplained: 0,
    });
  });

  it('is shared in proportion; what one party overran in several steps counts together', () => {
    const overruns = [
      { party: 'fire', minutes: 60 },
      { party: 'health', minutes: 60 },
      { party: 'fire', minutes: 120 },
    ];
    expect(shareDelay(120, overruns).shares).toEqual([
      { party: 'fire', minutes: 90 },
      { party: 'health', minutes: 30 },
    ]);
  });

  it('is nobody’s where everybody kept to their limits', () => {
    expect(shareDelay(240, [])).toEqual({ shares: [], unexplained: 240 });
  });

  it('is never charged beyond itself nor beyond what somebody overran', () => {
    const overrun = fc.record({
      party: fc.constantFrom('a', 'b', 'c'),
      minutes: fc.integer({ min: 0, max: 5_000 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.array(overrun), (delay, overruns) => {
        const { shares, unexplained } = shareDelay(delay, overruns);
        const sum = shares.reduce((all, { minutes }) => all + minutes, 0);
        expect(sum + unexplained).toBeCloseTo(delay);
        for (const { party, minutes } of shares) {
          const own = overruns.reduce((all, one) => all + (one.party === party ? one.minutes : 0), 0);
          expect(minutes).toBeLessThanOrEqual(own + 1e-9);
        }
      }),
    );
  });
});
