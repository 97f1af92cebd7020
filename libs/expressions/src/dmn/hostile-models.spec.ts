import { compileDecisions, decide } from './index.js';
import { decision, literal, modelOf, table } from './specimens/model-of.js';

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const rows = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, rule) => [
    `[${rule}..${rule * 2 + 1})`,
    `not([${rule}..${rule * 3}])`,
    '1',
  ]);

/** Each is refused with its reason, or bounded: the runner ends what takes seconds. */
const hostile: readonly (readonly [string, string, string | undefined])[] = [
  ['decisions in a long chain', times(5_000, (at) => decision(`x${at}`, literal(`x${at + 1}`), { requires: [`x${at + 1}`] })), 'DMN.REQUIREMENTS_TOO_DEEP'],
  ['types in a long chain', times(15_000, (at) => `<itemDefinition name="t${at}"><typeRef>t${at + 1}</typeRef></itemDefinition>`), 'DMN.TYPES_TOO_DEEP'],
  ['many types and many decisions', times(5_000, (at) => `<itemDefinition name="t${at}"><typeRef>string</typeRef></itemDefinition>`) + times(3_000, (at) => decision(`x${at}`, literal('1'))), undefined],
  ['a context of many entries', decision('x0', `<context>${times(9_000, (at) => `<contextEntry><variable name="e${at}"/>${literal('1')}</contextEntry>`)}</context>`), 'DMN.SCOPES_TOO_DEEP'],
  ['long expressions', decision('x0', `<list>${literal(`[${'1,'.repeat(40_000)}1]`).repeat(10)}</list>`), 'DMN.TOO_LARGE'],
  ['a cell that looks like a range', decision('x0', table('', ['1'], ['<output/>'], [[`[${'.'.repeat(19_000)}`, '1']])), 'EXPRESSIONS.SYNTAX'],
  ['many declarations', `<!-- ${'xmlns:'.repeat(400_000)} -->`, undefined],
  ['a table of many rules and boundaries', decision('x0', table('', ['1', '2'], ['<output/>'], rows(2_000))), undefined],
  ['a table of many combinations', decision('x0', table('', Array.from({ length: 12 }, (_, at) => String(at)), ['<output/>'], Array.from({ length: 200 }, (_, rule) => [...Array.from({ length: 12 }, (_, at) => String((rule * 7 + at) % 13)), '1']))), 'DMN.TABLE_GAP'],
]; // prettier-ignore

describe('a hostile model', () => {
  it.each(hostile)('%s', async (_, elements, code) => {
    const { model, diagnostics } = await compileDecisions(modelOf(elements));
    if (model) decide(model, 'x0', {});
    if (code !== undefined) expect(diagnostics.map((finding) => finding.code)).toContain(code);
  });

  it('of files that each import the next one twice', async () => {
    const files = Array.from({ length: 30 }, (_, at) =>
      modelOf(
        times(2, (which) => `<import name="i${which}" namespace="n${at + 1}"/>`),
        `n${at}`,
      ),
    );
    const { diagnostics } = await compileDecisions(files[0] ?? '', files.slice(1));
    expect(diagnostics.map(({ code }) => code)).toContain('DMN.TOO_MANY_IMPORTS');
  });
});
