import type { Readable } from 'node:stream';

/** Of a document there is the paper itself and of some kinds a text to work with. */
export type StoredFolder = 'uploads' | 'documents' | 'document-texts';

/** Where bytes lie, by ids of our own making: never by a name that came from outside. */
export abstract class FileVault {
  abstract put(folder: 'uploads', id: string, bytes: Buffer): Promise<void>;
  /** Undefined where there is no such file (yet). */
  abstract open(folder: StoredFolder, id: string): Promise<Readable | undefined>;
}
