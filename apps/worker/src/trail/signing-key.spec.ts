import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKey } from './signing-key.js';

describe('the key that signs the trail', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signing-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, however many ask for it at the same moment, and none of them reads half of it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const file = join(folder, String(round), 'sealing.pem');
      const keys = await Promise.all(Array.from({ length: 16 }, () => signingKey(file)));
      const exported = keys.map((key) => key.export({ type: 'pkcs8', format: 'pem' }));
      expect(new Set(exported).size).toBe(1);
    }
  });

  it('is for its owner alone, and nothing else stays in its folder', async () => {
    const file = join(folder, 'keys', 'sealing.pem');
    await signingKey(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'keys'))).toEqual(['sealing.pem']);
  });

  it('refuses a file that holds something else', async () => {
    const file = join(folder, 'sealing.pem');
    await writeFile(file, 'not a key');
    await expect(signingKey(file)).rejects.toThrow('DECODER');
  });
});
