import type { Readable } from 'node:stream';

/** Where bytes lie, by ids of our own making: never by a name that came from outside. */
export abstract class FileVault {
  abstract put(folder: 'uploads', id: string, bytes: Buffer): Promise<void>;
  /** Undefined where there is no such file (yet). */
  abstract open(folder: 'uploads' | 'documents', id: string): Promise<Readable | undefined>;
}
