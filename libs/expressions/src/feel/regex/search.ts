import type { Run } from '../run.js';
import type { Instruction, Program } from './program.js';

export interface Match {
  readonly start: number;
  readonly end: number;
  /** The whole, then each group; undefined for one that took no part. */
  readonly groups: readonly (string | undefined)[];
}

/** A way that is still open: where in the program, where in the text, what was remembered. */
interface Branch {
  readonly at: number;
  readonly position: number;
  readonly slots: readonly number[];
}

/**
 * The first match at or after a place. Ways are tried in the order of the pattern, with a stack of its own. Without
 * references to groups a place in the program and in the text that failed once always fails: it is not tried again, so
 * that the cost is at most the length of the text times that of the pattern. (A repetition of what may be nothing can
 * so end earlier than with endless tries: `([^a]*?)*b`. Whether there is a match stays the same.) Every step is paid for.
 */
export const searchIn = (program: Program, text: string, from: number, run: Run): Match | null => {
  const tried = program.refersBack
    ? null
    : new Tried(program.instructions.length, text.length + 1 - from, run);
  for (let start = from; start <= text.length; start = next(text, start)) {
    run.spend(1);
    const slots = matchAt(program, text, start, from, tried, run);
    if (slots !== null) return matchOf(program, text, slots);
    if (startsOnlyOnce(program)) return null;
  }
  return null;
};

/** All matches from left to right, none overlapping another; the pattern must not match nothing. */
export function* matchAll(program: Program, text: string, run: Run): Generator<Match> {
  let from = 0;
  for (;;) {
    const match = from > text.length ? null : searchIn(program, text, from, run);
    if (match === null) return;
    yield match;
    from = match.end > match.start ? match.end : next(text, match.end);
  }
}

const startsOnlyOnce = ({ instructions }: Program): boolean => {
  const first = instructions[1];
  return first?.op === 'start' && !first.lines;
};

const next = (text: string, position: number): number => position + widthAt(text, position);

/** UTF-16 units of the character at a place. */
const widthAt = (text: string, position: number): number =>
  (text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1;

/** Bits for each place in the program and the text. */
class Tried {
  private readonly bits: Uint8Array;

  constructor(
    private readonly width: number,
    length: number,
    run: Run,
  ) {
    const size = Math.ceil((width * length) / 8);
    run.spend(size >>> 6);
    this.bits = new Uint8Array(size);
  }

  /** Whether it is new; it is not the next time. */
  mark(at: number, offset: number): boolean {
    const bit = offset * this.width + at;
    const index = bit >>> 3;
    const mask = 1 << (bit & 7);
    const byte = this.bits[index] ?? 0;
    if ((byte & mask) !== 0) return false;
    this.bits[index] = byte | mask;
    return true;
  }
}

const matchAt = (
  { instructions, slots }: Program,
  text: string,
  start: number,
  origin: number,
  tried: Tried | null,
  run: Run,
): readonly number[] | null => {
  const open: Branch[] = [{ at: 0, position: start, slots: Array.from({ length: slots }, () => -1) }];
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    let { at, position, slots: remembered } = branch;
    for (;;) {
      run.spend(1);
      if (tried !== null && !tried.mark(at, position - origin)) break;
      const instruction = instructions[at] as Instruction;
      if (instruction.op === 'done') return remembered;
      if (instruction.op === 'split') {
        run.spend(1);
        open.push({ at: instruction.second, position, slots: remembered });
        at = instruction.first;
      } else if (instruction.op === 'jump') at = instruction.to;
      else if (instruction.op === 'save' || instruction.op === 'mark') {
        run.spend(1 + (remembered.length >>> 2));
        remembered = remembered.with(instruction.slot, position);
        at += 1;
      } else {
        const moved = advance(instruction, text, position, remembered, run);
        if (moved === -1) break;
        position = moved;
        at += 1;
      }
    }
  }
  return null;
};

/** The place after what an instruction matches; -1 where it does not. */
const advance = (
  instruction: Instruction,
  text: string,
  position: number,
  slots: readonly number[],
  run: Run,
): number => {
  switch (instruction.op) {
    case 'character': {
      const point = text.codePointAt(position);
      if (point === undefined || !instruction.test(point)) return -1;
      return position + (point > 0xffff ? 2 : 1);
    }
    case 'start':
      // A line begins after each line end, except after one that ends the text (XQuery functions §5.6.1.1).
      return position === 0 || (instruction.lines && text[position - 1] === '\n' && position < text.length)
        ? position
        : -1;
    case 'end':
      return position === text.length || (instruction.lines && text[position] === '\n') ? position : -1;
    case 'moved':
      return slots[instruction.slot] === position ? -1 : position;
    case 'same as': {
      const from = slots[2 * instruction.group] ?? -1;
      const to = slots[2 * instruction.group + 1] ?? -1;
      // A group that took no part stands for nothing.
      if (from < 0 || to < 0) return position;
      run.spendText(to - from);
      const expected = text.slice(from, to);
      const found = text.slice(position, position + expected.length);
      const equal = instruction.ignoringCase
        ? found.toLowerCase() === expected.toLowerCase()
        : found === expected;
      return equal ? position + expected.length : -1;
    }
    default:
      return -1;
  }
};

const matchOf = ({ groups }: Program, text: string, slots: readonly number[]): Match => {
  const texts: (string | undefined)[] = [];
  for (let group = 0; group <= groups; group += 1) {
    const from = slots[2 * group] ?? -1;
    const to = slots[2 * group + 1] ?? -1;
    texts.push(from < 0 || to < 0 ? undefined : text.slice(from, to));
  }
  return { start: slots[0] ?? 0, end: slots[1] ?? 0, groups: texts };
};
