import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a file, one in memory at a time; of a file that is not there, none. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
      if (line !== '') yield line;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ENOENT') throw failure;
  }
}
