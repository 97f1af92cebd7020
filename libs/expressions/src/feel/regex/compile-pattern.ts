import { type Result, err, ok } from '@lianban/kernel';
import type { Run } from '../run.js';
import { type Pattern, type PatternFlags, PatternProblem } from './pattern-tree.js';
import type { Instruction, Program } from './program.js';
import { PatternReader } from './read-pattern.js';

/** Instructions of one pattern: `(a{100}){100}` is refused, not unrolled. */
const MAX_INSTRUCTIONS = 5_000;
const KEPT = 200;
const compiled = new Map<string, Result<Program, string>>();

/** A regular expression as a program, or the reason why it is none. Costs the same whether it was met before or not. */
export const compilePattern = (pattern: string, flagText: string, run: Run): Result<Program, string> => {
  run.spend(20 + pattern.length * 4);
  const key = `${flagText}/${pattern}`;
  const known = compiled.get(key);
  if (known) {
    run.spend(known.ok ? known.value.instructions.length : 0);
    return known;
  }
  const result = compileAnew(pattern, flagText);
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(key, result);
  run.spend(result.ok ? result.value.instructions.length : 0);
  return result;
};

const compileAnew = (pattern: string, flagText: string): Result<Program, string> => {
  if (!/^[smixq]*$/.test(flagText)) return err(`The flags "${flagText}" are not all of s, m, i, x and q.`);
  const flags: PatternFlags = {
    dotAll: flagText.includes('s'),
    lines: flagText.includes('m'),
    ignoringCase: flagText.includes('i'),
    spaced: flagText.includes('x'),
    literal: flagText.includes('q'),
  };
  try {
    const reader = new PatternReader(pattern, flags);
    const tree = reader.read();
    return ok(new Assembler(reader.groups, reader.refersBack, flags).assemble(tree));
  } catch (error) {
    if (error instanceof PatternProblem) return err(error.message);
    throw error;
  }
};

/** Lays a pattern out as instructions, in the order in which ways are to be tried. */
class Assembler {
  private readonly instructions: Instruction[] = [];
  private slots: number;

  constructor(
    private readonly groups: number,
    private readonly refersBack: boolean,
    private readonly flags: PatternFlags,
  ) {
    this.slots = 2 * (groups + 1);
  }

  assemble(pattern: Pattern): Program {
    this.add({ op: 'save', slot: 0 });
    this.lay(pattern);
    this.add({ op: 'save', slot: 1 });
    this.add({ op: 'done' });
    return {
      instructions: this.instructions,
      groups: this.groups,
      slots: this.slots,
      refersBack: this.refersBack,
    };
  }

  private lay(pattern: Pattern): void {
    switch (pattern.kind) {
      case 'character':
        this.add({ op: 'character', test: pattern.test });
        return;
      case 'sequence':
        for (const part of pattern.parts) this.lay(part);
        return;
      case 'choice':
        return this.layChoice(pattern.parts);
      case 'group':
        this.add({ op: 'save', slot: 2 * pattern.index });
        this.lay(pattern.inner);
        this.add({ op: 'save', slot: 2 * pattern.index + 1 });
        return;
      case 'repetition':
        return this.layRepetition(pattern.inner, pattern.least, pattern.most, pattern.greedy);
      case 'start':
      case 'end':
        this.add({ op: pattern.kind, lines: this.flags.lines });
        return;
      case 'reference':
        this.add({ op: 'same as', group: pattern.group, ignoringCase: this.flags.ignoringCase });
    }
  }

  private layChoice(parts: readonly Pattern[]): void {
    const ends: number[] = [];
    for (const [index, part] of parts.entries()) {
      if (index === parts.length - 1) this.lay(part);
      else {
        const split = this.add({ op: 'jump', to: 0 });
        this.lay(part);
        ends.push(this.add({ op: 'jump', to: 0 }));
        this.instructions[split] = { op: 'split', first: split + 1, second: this.here };
      }
    }
    for (const end of ends) this.instructions[end] = { op: 'jump', to: this.here };
  }

  private layRepetition(inner: Pattern, least: number, most: number, greedy: boolean): void {
    for (let count = 0; count < least; count += 1) this.lay(inner);
    if (most === Infinity) return this.layLoop(inner, greedy);
    const splits: number[] = [];
    for (let count = least; count < most; count += 1) {
      splits.push(this.add({ op: 'jump', to: 0 }));
      this.lay(inner);
    }
    for (const split of splits) this.split(split, split + 1, this.here, greedy);
  }

  private layLoop(inner: Pattern, greedy: boolean): void {
    const split = this.add({ op: 'jump', to: 0 });
    // Without references back a place is tried once: a round that matched nothing ends by itself.
    const slot = this.refersBack ? this.slots++ : undefined;
    if (slot !== undefined) this.add({ op: 'mark', slot });
    this.lay(inner);
    if (slot !== undefined) this.add({ op: 'moved', slot });
    this.add({ op: 'jump', to: split });
    this.split(split, split + 1, this.here, greedy);
  }

  private split(at: number, into: number, past: number, greedy: boolean): void {
    this.instructions[at] = greedy
      ? { op: 'split', first: into, second: past }
      : { op: 'split', first: past, second: into };
  }

  private get here(): number {
    return this.instructions.length;
  }

  private add(instruction: Instruction): number {
    if (this.instructions.length >= MAX_INSTRUCTIONS) throw new PatternProblem('The pattern is too large.');
    return this.instructions.push(instruction) - 1;
  }
}
