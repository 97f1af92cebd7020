/**
 * `node apps/trail/dist/verify-offline.js FOLDER [--anchors=FILE] [--key=FILE.pem]…`: judges an exported trail without
 * any database. Keys named here are the only ones trusted; otherwise those of the export are. Exit codes: 0 valid,
 * 1 not valid, 2 cannot be judged.
 */
import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keyIdOf, verifyTrail } from '@lianban/trail';
import { ExportedTrail } from './offline/exported-trail.js';
import { readAnchors } from './offline/read-anchors.js';
import { report } from './offline/report.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { anchors: { type: 'string' }, key: { type: 'string', multiple: true } },
});
try {
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Say which folder: FOLDER [--anchors=FILE] [--key=FILE.pem]');
  if (values.anchors !== undefined && !existsSync(values.anchors))
    throw new Error(`There is no anchor file ${values.anchors}.`);
  const trail = new ExportedTrail(folder);
  const named = (values.key ?? []).map((file) => createPublicKey(readFileSync(file)));
  const verdict = await verifyTrail(
    trail,
    {
      keys: named.length === 0 ? await trail.keys() : new Map(named.map((key) => [keyIdOf(key), key])),
      anchoredTo: trail.manifest.anchoredTo,
      ...(values.anchors === undefined ? {} : { anchors: await readAnchors(values.anchors) }),
    },
    trail.manifest,
  );
  process.stdout.write(`${report(verdict, values.anchors !== undefined)}\n`);
  process.exitCode = verdict.found === 0 ? 0 : 1;
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 2;
}
