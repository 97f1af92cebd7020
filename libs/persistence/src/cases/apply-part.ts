import type { CaseChanges, NewCase } from '@lianban/application';

/** One part of the statement of a transition: the rows it writes come out of the one JSON parameter. */
export interface Part {
  readonly key: string;
  readonly sql: string;
  readonly applies: (changes: CaseChanges, newCase: NewCase | undefined) => boolean;
}

export const some =
  (list: (changes: CaseChanges) => readonly unknown[]) =>
  (changes: CaseChanges): boolean =>
    list(changes).length > 0;

/** The rows of one list of the parameter, typed. */
export const rowsOf = (list: string, columns: string): string =>
  `jsonb_to_recordset(p.j -> '${list}') AS r(${columns})`;
