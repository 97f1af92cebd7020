import fc from 'fast-check';
import { parseJson } from './read-cloud-event.js';
import { isStorableJson } from './storable-json.js';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

describe('JSON that can be stored', () => {
  it.each([null, 1, 'text', '示例 👶', [], {}, { a: [1, { b: null }] }])('is %j', (value) => {
    expect(isStorableJson(value)).toBe(true);
  });

  it.each(['a\u0000b', '\ud800', 'x\udc00', { '\u0000': 1 }, { a: ['\ud83d'] }])(
    'is not %j: PostgreSQL has no place for it',
    (value) => {
      expect(isStorableJson(value)).toBe(false);
    },
  );

  it('is nested thirty-two deep at most', () => {
    expect(isStorableJson(nested(31))).toBe(true);
    expect(isStorableJson(nested(40))).toBe(false);
    expect(parseJson(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toBeUndefined();
  });

  it('is what a body parses to, or nothing; no text is too strange to ask', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const value = parseJson(text);
        expect(value === undefined || isStorableJson(value)).toBe(true);
      }),
    );
  });
});
