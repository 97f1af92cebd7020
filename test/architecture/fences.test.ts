import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const cruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

describe('the house', () => {
  it('has no import that crosses a fence', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cruise, '--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'workflows'],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 10 * 1024 * 1024 },
    ).catch((failure: { readonly stdout?: string }) => ({
      stdout: failure.stdout ?? 'dependency-cruiser could not run',
    }));
    expect(stdout).toMatch(/no dependency violations found \(\d{3,} modules/);
  }, 60_000);

  it.each(['README.md', 'CONTRIBUTING.md'])('links in %s lead somewhere', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('numbers its decisions without a gap', () => {
    const numbers = readdirSync(join(root, 'docs', 'decisions')).map((name) => Number(name.slice(0, 4)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });
});
