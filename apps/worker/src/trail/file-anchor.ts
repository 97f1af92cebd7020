import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Anchor } from '@lianban/application';
import { anchorLine, type SignedHeader } from '@lianban/trail';

/** Batches appended to a file, a line each, on the disk before the database hears that they are. */
export class FileAnchor implements Anchor {
  readonly place = 'file';

  constructor(private readonly file: string) {}

  async put(batches: readonly SignedHeader[]): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    const file = await open(this.file, 'a+');
    try {
      const { size } = await file.stat();
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(size - 1, 0));
      // A crash may have left half a line: what follows must not become part of it.
      const start = size > 0 && buffer.toString() !== '\n' ? '\n' : '';
      await file.appendFile(start + batches.map(anchorLine).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
