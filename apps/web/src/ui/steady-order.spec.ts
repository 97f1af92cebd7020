import { steadyOrder } from './steady-order.js';

const key = (row: string): string => row;

describe('steady order', () => {
  it('keeps the order that was seen, whatever the server says now', () => {
    expect(steadyOrder(['b', 'a', 'c'], key, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('puts new rows last, in the order they came, and drops what is gone', () => {
    expect(steadyOrder(['new', 'c', 'newer', 'a'], key, ['a', 'b', 'c'])).toEqual(['a', 'c', 'new', 'newer']);
  });

  it('follows the server where nothing was seen', () => {
    expect(steadyOrder(['c', 'a'], key, [])).toEqual(['c', 'a']);
  });
});
