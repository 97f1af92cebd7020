import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface BpmnFile {
  /** Its path below the folder, with `/`. */
  readonly id: string;
  readonly xml: string;
}

export const bpmnFiles = (folder: string): readonly BpmnFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.bpmn(2|20\.xml)?$/i.test(name))
    .toSorted()
    .map((name) => ({ id: name.split(sep).join('/'), xml: textOf(readFileSync(join(folder, name))) }));

/** As a byte order mark or the XML declaration says; else UTF-8. */
const textOf = (bytes: Buffer): string => {
  const declared = /^<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : declared;
  try {
    return new TextDecoder(marked ?? 'utf-8').decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
};
