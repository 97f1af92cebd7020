import { handlerGaps, proveHandlers } from './handler-gaps.js';

describe('the handlers of a process', () => {
  it('are in order where each name has one', () => {
    const claims = [{ sort: 'queue', named: ['events', 'jobs'], handled: ['jobs', 'events'] }];
    expect(handlerGaps(claims)).toEqual([]);
    expect(() => proveHandlers(claims)).not.toThrow();
  });

  it('are listed with all that is wrong, and the process ends', () => {
    const claims = [
      { sort: 'queue', named: ['events', 'jobs'], handled: ['events'] },
      { sort: 'activity', named: ['perform'], handled: ['perform', 'perform', 'forgotten'] },
    ];
    expect(handlerGaps(claims)).toEqual([
      'queue jobs: no handler',
      'activity perform: 2 handlers',
      'activity forgotten: named nowhere',
    ]);
    expect(() => proveHandlers(claims)).toThrow(/queue jobs: no handler\n {2}activity perform: 2 handlers/);
  });
});
