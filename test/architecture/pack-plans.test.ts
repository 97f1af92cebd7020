import { createHash } from 'node:crypto';
import { canonicalJson } from '@lianban/bpmn-compiler';
import { compilePackProcess, readPack } from './pack-processes.js';

/**
 * A running case stays on the plan it started with, known by its hash. Where the compiler is changed, processes that
 * were not must come to the same plan; where a process of the pack is changed, its line here changes with it.
 */
const hashes: Readonly<Record<string, string>> = {
  'health-guidance': 'a62711b052c68c4940077d95613e52b2fac954d8f6c8a6e7841261f2914ecb5e',
  'inspection-rectification': 'b3f0de3b9dbc250498187d0ef069bbd7b3c38be66a2dc84c8fb84e821e71ac9d',
  'institution-filing': 'e6ac16788b0b4bcda8ea5e5277ea4dbf52aa71e1a47cc0591b0cb7d7cc28d6af',
  'practitioner-credential': 'f5f515350c3e6192262083d313682419a822dad1c0e417308a37c5c42346c3a7',
};

describe('the plans of the pack', () => {
  it('are the ones that running cases were started with', async () => {
    const pack = await readPack();
    const compiled = await Promise.all(
      pack.processes.map(async ({ manifest: { key } }) => {
        const { plan } = await compilePackProcess(pack, key);
        return [key, createHash('sha256').update(canonicalJson(plan)).digest('hex')] as const;
      }),
    );
    expect(Object.fromEntries(compiled)).toEqual(hashes);
  });
});
