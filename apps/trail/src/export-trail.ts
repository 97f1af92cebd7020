import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredTrail, TrailStore } from '@lianban/application';
import { type BatchHeader, MerkleTree, type Period } from '@lianban/trail';
import { FILES, type Manifest } from './offline/exported-trail.js';

/** Writes a period of the trail to files, with all that is needed to judge it elsewhere. A batch is in memory at a time. */
export const exportTrail = async (
  store: TrailStore,
  trail: StoredTrail,
  { first, last }: Period,
  folder: string,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const write = (name: string, lines: AsyncIterable<object>): Promise<void> =>
    pipeline(Readable.from(asLines(lines)), createWriteStream(join(folder, name), { flags: 'wx' }));
  const { anchors } = await store.state();
  const anchoredTo = anchors.find(({ place }) => place === 'file')?.batch ?? 0;
  const manifest: Manifest = { version: 1, exportedAt: new Date().toISOString(), first, last, anchoredTo };
  await writeFile(join(folder, FILES.manifest), `${JSON.stringify(manifest, undefined, 2)}\n`, {
    flag: 'wx',
  });
  await write(FILES.keys, keysOf(store));
  await write(FILES.batches, trail.headers());
  await write(FILES.entries, entriesOf(trail, first, last));
  await write(FILES.proofs, proofsOf(store, trail, first, last));
  await write(FILES.erasures, trail.erasures());
};

async function* asLines(lines: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

async function* keysOf(store: TrailStore): AsyncGenerator<object> {
  for (const [id, publicKey] of await store.keys()) yield { id, publicKey };
}

async function* within(
  trail: StoredTrail,
  first: number,
  last: number,
): AsyncGenerator<readonly [header: BatchHeader, before: BatchHeader | undefined]> {
  let before: BatchHeader | undefined;
  for await (const { header } of trail.headers()) {
    if (header.no >= first && header.no <= last) yield [header, before];
    before = header;
  }
}

async function* entriesOf(trail: StoredTrail, first: number, last: number): AsyncGenerator<object> {
  for await (const [header, before] of within(trail, first, last)) {
    const { entries, strays } = await trail.kept(header, before);
    for (const entry of entries) yield { batch: header.no, ...entry };
    for (const stray of strays) yield { batch: header.no, stray };
  }
}

async function* proofsOf(
  store: TrailStore,
  trail: StoredTrail,
  first: number,
  last: number,
): AsyncGenerator<object> {
  for await (const [header] of within(trail, first, last)) {
    const hashes = await store.hashes(header);
    if (hashes.length === 0) continue;
    const tree = new MerkleTree(header.digest, hashes);
    for (const [index, hash] of hashes.entries())
      yield {
        batch: header.no,
        seq: header.firstSeq + index,
        hash: hash.toString('hex'),
        ...tree.proofOf(index),
      };
  }
}
