import fc from 'fast-check';
import { checkForm } from './check-form.js';

const schema = {
  components: [
    { type: 'text', text: '### 标题' },
    { type: 'textfield', key: 'name', validate: { required: true } },
    { type: 'number', key: 'places', validate: { required: true, min: 1 } },
    { type: 'number', key: 'classes', validate: { min: 0, max: 14 } },
    { type: 'datetime', key: 'visitedOn', subtype: 'date' },
    { type: 'datetime', key: 'visitedAt', subtype: 'time' },
    { type: 'checkbox', key: 'commitment', validate: { required: true } },
    { type: 'checkbox', key: 'meals' },
    { type: 'select', key: 'evidence', values: [{ value: 'proof', label: '凭证' }, 'opinion'] },
    { type: 'checklist', key: 'missing', values: [{ value: 'site' }, { value: 'licence' }] },
  ],
};
const complete = { name: '示例', places: 20, commitment: true };
const codes = (data: Readonly<Record<string, unknown>>): readonly string[] =>
  checkForm(schema, data).map(({ path, code }) => `${path} ${code}`);

describe('submitted data against a form', () => {
  it('passes with everything required, and with all the rest', () => {
    expect(codes(complete)).toEqual([]);
    expect(
      codes({
        ...complete,
        classes: 0,
        meals: false,
        evidence: 'opinion',
        missing: ['site'],
        opinion: '同意',
      }),
    ).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    expect(codes({})).toEqual(['form.name required', 'form.places required', 'form.commitment required']);
  });

  it.each([
    ['name', ''],
    ['name', null],
    ['places', null],
    ['commitment', false],
  ])('takes %s = %p for missing', (key, value) => {
    expect(codes({ ...complete, [key]: value })).toEqual([`form.${key} required`]);
  });

  it.each([
    ['name', 7],
    ['name', ['示例']],
    ['places', '20'],
    ['places', Number.NaN],
    ['places', Number.POSITIVE_INFINITY],
    ['commitment', 'true'],
    ['evidence', { value: 'proof' }],
    ['missing', 'site'],
    ['missing', [1]],
  ])('refuses the wrong type: %s = %p', (key, value) => {
    expect(codes({ ...complete, [key]: value })).toEqual([`form.${key} wrong-type`]);
  });

  it.each(['2026-11-25', '2026-11-25T09:00:00+08:00', '2028-02-29'])('takes the date %s', (date) => {
    expect(codes({ ...complete, visitedOn: date, visitedAt: '09:00' })).toEqual([]);
  });

  it.each(['yesterday', '25.11.2026', '2026-13-01', '2026-02-30', '09:00'])(
    'refuses %s as a date',
    (date) => {
      expect(codes({ ...complete, visitedOn: date })).toEqual(['form.visitedOn wrong-type']);
    },
  );

  it('refuses what the form has no field for', () => {
    expect(codes({ ...complete, nameEn: 'Example', constructor: 1 })).toEqual([
      'form.nameEn unknown-field',
      'form.constructor unknown-field',
    ]);
  });

  it('refuses a number below the least or above the most, and a choice outside the list', () => {
    expect(codes({ ...complete, places: 0 })).toEqual(['form.places too-small']);
    expect(codes({ ...complete, classes: 15 })).toEqual(['form.classes too-large']);
    expect(codes({ ...complete, evidence: 'rumour' })).toEqual(['form.evidence no-choice']);
    expect(codes({ ...complete, missing: ['site', 'roof'] })).toEqual(['form.missing no-choice']);
  });

  it('refuses a form too large before it looks into it', () => {
    expect(codes({ ...complete, name: '大'.repeat(70_000) })).toEqual(['form too-large']);
  });

  it.each([null, undefined, 'form', [], {}, { components: 'none' }, { components: [null, 7, { key: 3 }] }])(
    'knows no field in the schema %p',
    (strange) => {
      expect(checkForm(strange, {})).toEqual([]);
      expect(checkForm(strange, { a: 1 }).map(({ code }) => code)).toEqual(['unknown-field']);
    },
  );

  it('never throws, and every problem has a place, a code and words', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('name', 'places', 'commitment', 'missing', 'x'), fc.jsonValue()),
        (data) => {
          for (const place of checkForm(schema, data)) {
            expect(place.path).toMatch(/^form(\.\w+)?$/);
            expect(place.code).toMatch(/^[a-z-]+$/);
            expect(place.message).not.toBe('');
          }
        },
      ),
    );
  });
});
