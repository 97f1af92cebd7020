import { heatOf } from './heat.js';

describe('the heat of a month', () => {
  it.each([
    [0, 0, 'none'],
    [40, 0, 'none'],
    [40, 3, 'few'],
    [40, 4, 'some'],
    [40, 9, 'some'],
    [40, 10, 'many'],
    [1, 1, 'many'],
  ] as const)('of %d completed, %d late: %s', (completed, lateOwn, heat) => {
    expect(heatOf({ completed, lateOwn, late: lateOwn, meanHours: 1 })).toBe(heat);
  });
});
