import type { TaskRow } from '@lianban/contracts';
import { dueGroup, type DueGroup } from '../../../ui/instants.js';

export interface ShownRow {
  readonly row: TaskRow;
  /** The group it was shown in first: a mark that changes meanwhile doesn't move it. */
  readonly group: DueGroup | undefined;
  /** Left this box meanwhile, by somebody else's hand. */
  readonly gone: boolean;
}

interface Fresh {
  readonly rows: readonly TaskRow[];
  /** There is more behind these rows that was not asked for. */
  readonly hasMore: boolean;
}

export const grouped = (row: TaskRow, box: string, now: Date): DueGroup | undefined =>
  box === 'done' ? undefined : dueGroup(row, now);

/**
 * What stays on the screen when the list was read again: nothing moves under the cursor. Rows change in place, rows
 * that left are marked where they stand, rows behind the last one are added, and rows that belong further up wait to
 * be asked for.
 */
export function steady(
  shown: readonly ShownRow[],
  fresh: Fresh,
  group: (row: TaskRow) => DueGroup | undefined,
): { readonly rows: readonly ShownRow[]; readonly news: number } {
  const now = new Map(fresh.rows.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ row }) => row.id));
  const lastKnown = fresh.rows.findLastIndex(({ id }) => known.has(id));
  const lastFresh = fresh.rows.at(-1);
  const beyond = shown.findLastIndex(({ row }) => row.id === lastFresh?.id);
  const kept = shown.map((entry, index): ShownRow => {
    const row = now.get(entry.row.id);
    if (row !== undefined) return { ...entry, row, gone: false };
    // Behind what was read nothing is known; before it, absence says that it left.
    return fresh.hasMore && index > beyond ? entry : { ...entry, gone: true };
  });
  const added = fresh.rows.slice(lastKnown + 1).filter(({ id }) => !known.has(id));
  return {
    rows: [...kept, ...added.map((row) => ({ row, group: group(row), gone: false }))],
    news: fresh.rows.slice(0, lastKnown + 1).filter(({ id }) => !known.has(id)).length,
  };
}

/** A row or the heading above the first row of a group: what the virtual list counts. */
export type ListLine =
  | { readonly kind: 'group'; readonly group: DueGroup; readonly count: number }
  | { readonly kind: 'row'; readonly entry: ShownRow; readonly position: number };

export function linesOf(rows: readonly ShownRow[]): readonly ListLine[] {
  const lines: ListLine[] = [];
  let current: DueGroup | undefined;
  rows.forEach((entry, index) => {
    if (entry.group !== undefined && entry.group !== current) {
      current = entry.group;
      const count = rows.filter(({ group }) => group === entry.group).length;
      lines.push({ kind: 'group', group: entry.group, count });
    }
    lines.push({ kind: 'row', entry, position: index + 1 });
  });
  return lines;
}
