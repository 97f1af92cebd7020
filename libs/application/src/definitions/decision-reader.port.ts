import type { Definitions } from '@lianban/expressions';

/** Reads decision models that were published, where it holds up nobody else: a file at the limit of size takes half a second. */
export abstract class DecisionReader {
  /** By file name. What was published can be read; a file that cannot is left out. */
  abstract read(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Definitions>>>;
}
