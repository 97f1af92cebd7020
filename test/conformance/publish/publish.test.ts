import { resolve } from 'node:path';
import { gate } from '../report/gate.js';
import { accept } from './accept.js';
import { reject } from './reject.js';

const models = resolve('test', 'conformance', 'models');
const failures = (results: readonly { readonly id: string; readonly why?: string }[]) =>
  results.filter(({ why }) => why !== undefined);

gate(accept);
gate({ ...accept, publicFolder: 'token-simulation' });
gate({ ...accept, publicFolder: 'trace-format' });

describe('our own models', () => {
  it('that break a rule are all refused', async () => {
    const results = await reject.run(resolve(models, 'reject'));
    expect(results.length).toBeGreaterThan(100);
    expect(failures(results)).toEqual([]);
  });

  it('that break none are all accepted', async () => {
    const results = await accept.run(resolve(models, 'accept'));
    expect(results.length).toBeGreaterThan(100);
    expect(failures(results)).toEqual([]);
  });
});
