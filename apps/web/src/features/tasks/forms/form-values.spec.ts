import { sameValues, spelling } from './form-values.js';

describe('values of a form', () => {
  it('are the same however emptiness is spelt, and in any order', () => {
    const opened = { opinion: null, missing: [], checked: false, name: '', places: 40 };
    expect(sameValues(opened, { places: 40 })).toBe(true);
    expect(sameValues({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  it('spell emptiness alike, one by one', () => {
    expect(new Set([undefined, null, '', false, []].map(spelling))).toEqual(new Set(['']));
    expect(spelling(0)).not.toBe('');
  });

  it('differ by what a person typed, zero included', () => {
    expect(sameValues({}, { places: 0 })).toBe(false);
    expect(sameValues({ missing: ['site'] }, { missing: ['licence'] })).toBe(false);
    expect(sameValues({ opinion: 'yes' }, { opinion: '' })).toBe(false);
  });
});
