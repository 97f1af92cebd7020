import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf } from '@lianban/platform';

const root = join(import.meta.dirname, '..', '..');
const places = ['libs/domain', 'libs/application', 'libs/process-runtime', 'libs/orchestration', 'apps/api'];

/** Where a refusal that a person or a program may read gets its code. */
const written = [
  /\b(?:invalid|denied|missing|conflict|unavailable)\(\s*'([A-Z]+\.[A-Z_]+)'/g,
  /\brefusal\(\s*'([A-Z]+\.[A-Z_]+)'/g,
  /\brefuse\(\s*'(?:invalid|denied|missing|conflict|unavailable)',\s*'([A-Z]+\.[A-Z_]+)'/g,
  /\bfailure\(\s*'([A-Z]+\.[A-Z_]+)'/g,
  /kind: '(?:invalid|denied|missing|conflict|unavailable)',\s*code: '([A-Z]+\.[A-Z_]+)'/g,
  /'(TASKS\.ALREADY_[A-Z]+)'/g,
];

const sources = places.flatMap((place) =>
  readdirSync(join(root, place, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(root, place, 'src', file), 'utf8')),
);
const codes = [
  ...new Set(
    sources.flatMap((text) =>
      written.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code)),
    ),
  ),
].filter((code) => code !== undefined);

describe('what a refusal says', () => {
  it('is looked for where refusals are written', () => {
    expect(codes.length).toBeGreaterThan(70);
  });

  it.each(codes.toSorted())('%s speaks Chinese and English', (code) => {
    const error = { kind: 'invalid', code, message: '-' } as const;
    expect(problemOf(error, 'zh').detail).toMatch(/\p{Script=Han}/u);
    expect(problemOf(error, 'en').detail).toMatch(/^[A-Z].+/);
  });
});
