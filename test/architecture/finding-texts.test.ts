import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

const sources = ['libs/bpmn-compiler', 'libs/compilation', 'libs/expressions/src/dmn'].flatMap((place) =>
  readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(src\/)?(?!.*(dist|node_modules|spec)).*\.ts$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => read(place, file)),
);
const codes = [
  ...new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/'((?:BPMN|DMN)\.[A-Z_]+)'/g)].flatMap(([, code]) => code ?? []),
    ),
  ),
].toSorted();

/** Titles of the studio; rules and soundness bring a whole sentence of their own in Chinese. */
const titles = ['definitions.ts', 'decision-checks.ts']
  .map((file) => read('apps/web/src/i18n/zh', file))
  .join('');
const sentences = `${read('docs/guides/bpmn-rules.md')} ${read('docs/guides/soundness.md')}`;

const guides = readdirSync(join(root, 'docs', 'guides'))
  .filter((file) => file.endsWith('.md'))
  .map((file) => read('docs', 'guides', file))
  .join(' ');

describe('what is found in a definition', () => {
  it('is looked for where findings are written', () => {
    expect(codes.length).toBeGreaterThan(180);
  });

  it.each(codes)('%s is told in Chinese', (code) => {
    const titled = new RegExp(`\\b${code.replace('.', '_')}: '[^']*\\p{Script=Han}`, 'u').test(titles);
    expect(titled || sentences.includes(code)).toBe(true);
  });

  it.each(codes)('%s is explained in the guides', (code) => {
    expect(guides).toMatch(new RegExp(`\\b${code.replace('.', '\\.')}\\b`));
  });
});
