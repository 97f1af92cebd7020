import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

it('every code of a decision model has a line in the guide', async () => {
  const folder = import.meta.dirname;
  const files = (await readdir(folder, { recursive: true })).filter((file) => /(?<!\.spec)\.ts$/.test(file));
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const codes = new Set(sources.flatMap((source) => source.match(/(?<=')DMN\.[A-Z_]+(?=')/g) ?? []));
  const guide = await readFile(join(folder, '../../../../docs/guides/decisions.md'), 'utf8');
  const told = new Set(guide.match(/DMN\.[A-Z_]+(?=`)/g));
  expect([...codes].toSorted()).toEqual([...told].toSorted());
});
