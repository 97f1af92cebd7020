import type { Actor } from '@lianban/domain';
import type { Tx } from '../../transaction/index.js';

export interface StoredFile {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export abstract class StoredFiles {
  /** With its audit row. False where the institution has as many files as it may. */
  abstract add(tx: Tx, actor: Actor, file: StoredFile): Promise<boolean>;
  /** Files of this institution among those asked for. */
  abstract ofInstitution(
    tx: Tx,
    institutionId: string,
    ids: readonly string[],
  ): Promise<readonly StoredFile[]>;
  /** A file or document the actor may read: one's own, or one of a case one's office takes part in. */
  abstract readable(tx: Tx, actor: Actor, id: string): Promise<StoredFile | undefined>;
  abstract readableDocument(tx: Tx, actor: Actor, id: string): Promise<{ readonly name: string } | undefined>;
}
