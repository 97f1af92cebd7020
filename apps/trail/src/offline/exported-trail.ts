import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BatchHeader,
  type KeptBatch,
  type KeptEntry,
  keyIdOf,
  type Period,
  type Position,
  type ProvenEntry,
  type SignedHeader,
  type TrailSource,
} from '@lianban/trail';
import { linesOf } from './lines.js';

export interface Manifest extends Period {
  readonly version: 1;
  readonly exportedAt: string;
  /** The newest batch that the database says was anchored. */
  readonly anchoredTo: number;
}

/** A line of `entries.ndjson`. */
export type EntryLine = { readonly batch: number } & (KeptEntry | { readonly stray: Position });

/** Names of the files of an export, which the program that writes them shares. */
export const FILES = {
  manifest: 'manifest.json',
  keys: 'keys.ndjson',
  batches: 'batches.ndjson',
  entries: 'entries.ndjson',
  proofs: 'proofs.ndjson',
  erasures: 'erasures.ndjson',
} as const;

/** A trail as it was taken from the database, read from a folder. */
export class ExportedTrail implements TrailSource {
  readonly manifest: Manifest;
  private readonly entries: AsyncGenerator<string>;
  private waiting: EntryLine | undefined;

  constructor(private readonly folder: string) {
    this.manifest = JSON.parse(readFileSync(join(folder, FILES.manifest), 'utf8')) as Manifest;
    this.entries = linesOf(join(folder, FILES.entries));
  }

  async *headers(): AsyncGenerator<SignedHeader> {
    for await (const line of linesOf(join(this.folder, FILES.batches)))
      yield JSON.parse(line) as SignedHeader;
  }

  async kept(header: BatchHeader, before: BatchHeader | undefined): Promise<KeptBatch> {
    const entries: KeptEntry[] = [];
    const strays: Position[] = [];
    for (let line = await this.nextLine(); line !== undefined; line = await this.nextLine()) {
      if (line.batch > header.no) {
        this.waiting = line;
        break;
      }
      if ('stray' in line) strays.push(line.stray);
      else entries.push(line);
    }
    return { header, after: before?.last, entries, strays };
  }

  async *erasures(): AsyncGenerator<ProvenEntry> {
    for await (const line of linesOf(join(this.folder, FILES.erasures)))
      yield JSON.parse(line) as ProvenEntry;
  }

  /** By what they are, not by what the file calls them. */
  async keys(): Promise<ReadonlyMap<string, KeyObject>> {
    const keys = new Map<string, KeyObject>();
    for await (const line of linesOf(join(this.folder, FILES.keys))) {
      const key = createPublicKey((JSON.parse(line) as { readonly publicKey: string }).publicKey);
      keys.set(keyIdOf(key), key);
    }
    return keys;
  }

  private async nextLine(): Promise<EntryLine | undefined> {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting !== undefined) return waiting;
    const next = await this.entries.next();
    return next.done === true ? undefined : (JSON.parse(next.value) as EntryLine);
  }
}
