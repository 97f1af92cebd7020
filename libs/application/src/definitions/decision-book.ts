import { createHash } from 'node:crypto';
import { type DecisionModel, compileRead, decide } from '@lianban/expressions';
import { type AppError, type Json, type JsonObject, type Result, err, ok } from '@lianban/kernel';

import type { DecisionReader } from './decision-reader.port.js';
import { inTurns } from './in-turns.js';

/** A decision as it was made, for the trail: what came out, of which version of the file, by which rules. */
export interface DecisionMade {
  readonly decision: string;
  readonly file: string;
  readonly version: string;
  readonly result: Json;
  readonly matches: readonly JsonObject[];
}

interface Page {
  readonly file: string;
  readonly version: string;
  readonly model: DecisionModel;
}

/** The decision models of one published definition, compiled. */
export class DecisionBook {
  private constructor(private readonly pages: readonly Page[]) {}

  static async of(files: Readonly<Record<string, string>>, reader: DecisionReader): Promise<DecisionBook> {
    const read = Object.entries(await reader.read(files));
    const pages: Page[] = [];
    for (const [file, definitions] of read) {
      const others = read.filter(([name]) => name !== file && ownerOf(name) === ownerOf(file));
      const imported = others.map(([, other]) => other);
      const version = createHash('sha256')
        .update(files[file] ?? '')
        .digest('hex');
      pages.push({ file, version, model: await inTurns(compileRead(definitions, imported)) });
    }
    return new DecisionBook(pages);
  }

  /** Bounded by the budget of operations of FEEL; a value that comes to nothing is null, with the reason among its findings. */
  decide(
    decision: string,
    inputs: Readonly<Record<string, unknown>>,
    made: (record: DecisionMade) => void,
  ): Result<Json, AppError> {
    const owner = ownerOf(decision);
    const found = this.find('', decision) ?? this.find(owner, decision.slice(owner.length));
    if (!found) {
      return err({
        kind: 'invalid',
        code: 'CASES.NO_DECISIONS',
        message: `Nothing here makes the decision ${decision}.`,
      });
    }
    const { page, asked } = found;
    const { value, matches } = decide(page.model, asked, inputs as JsonObject);
    made({
      decision,
      file: page.file,
      version: page.version,
      result: value,
      matches: matches.map(({ tableId, elementId, ruleIds }) => ({
        table: tableId ?? elementId ?? '',
        rules: [...ruleIds],
      })),
    });
    return ok(value);
  }

  private find(owner: string, asked: string): { readonly page: Page; readonly asked: string } | undefined {
    const page = this.pages.find(
      ({ file, model }) =>
        ownerOf(file) === owner && model.elements.some(({ id, name }) => name === asked || id === asked),
    );
    return page && { page, asked };
  }
}

/** The called process that a file or decision came with: `key/`; nothing for those of the definition itself. */
const ownerOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);
