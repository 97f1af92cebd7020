import { placeProblems } from './field-problems.js';

describe('problems of a form', () => {
  const keys = new Set(['missing', 'opinion']);

  it('go to their fields, the first of each', () => {
    const first = { path: 'form.missing', message: 'Name the items.' };
    const { fields, elsewhere } = placeProblems([first, { path: 'form.missing', message: 'second' }], keys);
    expect(fields).toEqual({ missing: first });
    expect(elsewhere).toEqual([]);
  });

  it('find the opinion with and without the form in front, and list members at their field', () => {
    const { fields } = placeProblems(
      [
        { path: 'opinion', message: 'a' },
        { path: 'form.missing[2]', message: 'b' },
      ],
      keys,
    );
    expect(Object.keys(fields)).toEqual(['opinion', 'missing']);
  });

  it('stay above the form where no field answers for them', () => {
    const lost = [{ path: 'outcome', message: 'no such outcome' }, { message: 'no path' }];
    expect(placeProblems(lost, keys)).toEqual({ fields: {}, elsewhere: lost });
  });
});
