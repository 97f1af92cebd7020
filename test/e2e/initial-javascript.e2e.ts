import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const counter = join(import.meta.dirname, '..', '..', 'apps/web/bundle-size.mjs');

describe('the first screen', () => {
  it('loads no more JavaScript than its budget of 180 KB, brotli', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [counter], { encoding: 'utf8' });
    // The list of chunks is what somebody needs who has to make it smaller.
    expect(status === 0 ? '' : stdout + stderr).toBe('');
    expect(stdout).toContain('initial JavaScript');
  });
});
