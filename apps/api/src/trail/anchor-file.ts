import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AnchorLines } from '@lianban/application';

/** The anchor file of the worker, where it lies on a disk this process reads too. */
export class AnchorFile extends AnchorLines {
  constructor(private readonly file: string) {
    super();
  }

  override read(): AsyncIterable<string> | undefined {
    if (!existsSync(this.file)) return undefined;
    return createInterface({ input: createReadStream(this.file, 'utf8'), crlfDelay: Infinity });
  }
}
