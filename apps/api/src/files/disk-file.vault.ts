import { constants } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileVault, type StoredFolder } from '@lianban/application';

const uuid = /^[0-9a-f-]{36}$/;

const PLACES: Readonly<Record<StoredFolder, readonly [folder: string, ending: string]>> = {
  uploads: ['uploads', ''],
  documents: ['documents', '.pdf'],
  'document-texts': ['documents', '.docx'],
};

/** Files in a folder of the data directory, under ids of our own. */
export class DiskFileVault extends FileVault {
  constructor(private readonly root: string) {
    super();
  }

  async put(folder: 'uploads', id: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(folder, id);
    await mkdir(join(this.root, folder), { recursive: true, mode: 0o750 });
    // Whole or not at all: a reader never meets half a file.
    await writeFile(`${path}.part`, bytes, { mode: 0o640, flush: true });
    await rename(`${path}.part`, path);
  }

  async open(folder: StoredFolder, id: string): Promise<Readable | undefined> {
    try {
      const file = await open(this.pathOf(folder, id), constants.O_RDONLY | constants.O_NOFOLLOW);
      return file.createReadStream();
    } catch (failure) {
      if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return undefined;
      throw failure;
    }
  }

  private pathOf(folder: StoredFolder, id: string): string {
    if (!uuid.test(id)) throw new Error('a file is named by an id');
    const [place, ending] = PLACES[folder];
    return join(this.root, place, `${id}${ending}`);
  }
}
