import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkBpmn, isNotExecutable } from './check-bpmn.js';
import type { RuleText } from './texts/rule-text.js';
import { RULES } from './texts/rules.js';

const root = join(import.meta.dirname, '../../../..');
const models = join(root, 'test/conformance/models');

/** `reject/CODE-what.bpmn` breaks one rule, `accept/CODE-what.bpmn` is its twin that doesn't; `warned` is unusual. */
const modelsOf = (folder: string) =>
  readdirSync(join(models, folder)).map((file) => ({
    file,
    code: `BPMN.${file.split('-')[0] ?? ''}`,
    findings: () => checkBpmn(readFileSync(join(models, folder, file), 'utf8')).diagnostics,
  }));

const rejected = modelsOf('reject');
const warned = modelsOf('warned');
const accepted = modelsOf('accept');

describe('the static rules of BPMN', () => {
  it.each(rejected)('refuse $file with its code', ({ code, findings }) => {
    expect(findings()).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
  });

  it.each(warned)('only warn of $file', ({ code, findings }) => {
    expect(findings()).toContainEqual(expect.objectContaining({ code, severity: 'warning' }));
    expect(findings().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(accepted)('accept the twin $file', ({ code, findings }) => {
    const wrong = findings().filter(
      (finding) => finding.code === code || (finding.severity === 'error' && !isNotExecutable(finding.code)),
    );
    expect(wrong).toEqual([]);
  });

  it('have a model that breaks each, and a twin of every model', () => {
    const broken = [...rejected, ...warned];
    expect([...new Set(broken.map(({ code }) => code))].toSorted()).toEqual(Object.keys(RULES).toSorted());
    expect(broken.map(({ file }) => file).toSorted()).toEqual(accepted.map(({ file }) => file).toSorted());
  });

  it('say where, in both languages, with every word filled in', () => {
    for (const { findings } of [...rejected, ...warned]) {
      for (const { message, zh = '', line } of findings()) {
        expect(`${message} ${zh}`).not.toMatch(/\{\w+\}/);
        expect(zh).not.toBe('');
        expect(line).toBeGreaterThan(0);
      }
    }
  });

  /** `WRITE_GUIDE=1` writes the page anew; without it the page must say what the rules say. */
  it('stand in the guide', async () => {
    const path = join(root, 'docs/guides/bpmn-rules.md');
    if (process.env['WRITE_GUIDE'] === '1') {
      const { writeFileSync } = await import('node:fs');
      writeFileSync(path, guide());
    }
    expect(squeezed(readFileSync(path, 'utf8'))).toBe(squeezed(guide()));
  });
});

/** Columns are aligned by the formatter. */
const squeezed = (markdown: string): string => markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

const families: readonly (readonly [title: string, is: (code: string, rule: RuleText) => boolean])[] = [
  ['Not BPMN: publishing refuses', (code, rule) => !isNotExecutable(code) && !rule.warning],
  [
    'Valid, but not executable here: publishing refuses',
    (code, rule) => isNotExecutable(code) && !rule.warning,
  ],
  ['Unusual: publishing warns', (_code, rule) => rule.warning === true],
];

const guide = (): string => {
  const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
  const all: readonly (readonly [string, RuleText])[] = Object.entries(RULES);
  const tables = families.map(([title, is]) => {
    const rows = all
      .filter(([code, rule]) => is(code, rule))
      .map(([code, rule]) => `| \`${code}\` | ${cell(rule.clause)} | ${cell(rule.en)} | ${cell(rule.zh)} |`);
    return [
      `## ${title}`,
      '',
      '| code | BPMN 2.0.2 | finding | 检查结果 |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `${[
    '# The static rules of BPMN',
    '',
    'Written from the rules themselves (`libs/bpmn-compiler/src/checks/texts`): `WRITE_GUIDE=1 npm test -- checks/check-bpmn`. For each code a model that breaks it lies in `test/conformance/models/reject` or `warned`, and its twin that does not in `accept`. Words in braces are filled in with what the file says. What publishing checks besides: [bpmn-checks.md](bpmn-checks.md).',
    '',
    'The schemas of the standard (`Semantic.xsd` and those of diagrams) are held whole: elements, their order and number, attributes, types and words. `incoming` and `outgoing` may be left away in a whole file, since the sequence flows say the same; a file that lists them must list all.',
    '',
    ...tables.flatMap((table) => [table, '']),
  ]
    .join('\n')
    .trimEnd()}\n`;
};
