import { materialsIn, materialsOfFiling, refusalOf, sizeText, stillMissing } from './materials.js';

const given = (kind: string) => ({ kind, fileId: 'f', name: 'scan.pdf', size: 1 });

describe('materials of a filing', () => {
  it('needs the food licence only where meals are provided', () => {
    const rest = materialsOfFiling(false)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'food-licence')
      .map(given);
    expect(stillMissing(materialsOfFiling(false), rest)).toEqual([]);
    expect(stillMissing(materialsOfFiling(true), rest)).toEqual(['food-licence']);
  });

  it('names everything that is missing, in the order of the article', () => {
    const asked = [
      { kind: 'site', isRequired: true },
      { kind: 'licence', isRequired: true },
      { kind: 'fire-document', isRequired: false },
    ];
    expect(stillMissing(asked, [])).toEqual(['site', 'licence']);
    expect(stillMissing(asked, [given('site')])).toEqual(['licence']);
  });

  it('reads uploads out of a draft and leaves out what is none', () => {
    const whole = { kind: 'site', fileId: 'f', name: 'a.pdf', size: 3 };
    expect(materialsIn({ materials: [{ ...whole, sha256: 'x' }, { kind: 'site' }, null] })).toEqual([whole]);
    expect(materialsIn({})).toEqual([]);
  });
});

describe('a file before it is sent', () => {
  it.each([
    ['scan.PDF', 10, undefined],
    ['photo.jpeg', 10 * 1024 * 1024, undefined],
    ['photo.jpg', 10 * 1024 * 1024 + 1, 'tooLarge'],
    ['paper.docx', 10, 'wrongType'],
    ['pdf', 10, 'wrongType'],
    ['empty.png', 0, 'empty'],
  ])('%s of %d bytes: %s', (name, size, refusal) => {
    expect(refusalOf({ name, size })).toBe(refusal);
  });

  it.each([
    [3, '1 KB'],
    [963_000, '940 KB'],
    [1_258_291, '1.2 MB'],
  ])('tells %d bytes as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
