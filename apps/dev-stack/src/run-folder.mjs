import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder.mjs';
import { lives } from './process-identity.mjs';
import { RunRecord } from './run-record.mjs';

/**
 * A data folder for one run of tests or benchmarks, beside the one of `npm start` and gone with the run. Runs that were
 * killed are cleaned up first: their servers stopped, their folders removed.
 * @param {'test' | 'bench' | 'demo'} kind
 * @returns {Promise<{folder: string, record: RunRecord}>}
 */
export async function runFolder(kind) {
  const parent = join(dataFolder(), kind);
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const left = new RunRecord(join(parent, name));
    const state = left.read();
    if (state && lives(state.starter)) continue;
    left.state.children = state?.children ?? [];
    await left.stopOrphans();
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, String(process.pid));
  mkdirSync(folder, { recursive: true });
  const record = new RunRecord(folder);
  record.take();
  return { folder, record };
}
