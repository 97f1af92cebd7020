import type { TaskRow } from '@lianban/contracts';
import type { DueGroup } from '../../../ui/instants.js';
import { linesOf, steady, type ShownRow } from './steady-list.js';

const row = (id: string, version = 1): TaskRow => ({ id, version }) as TaskRow;
const group = (): DueGroup => 'later';
const show = (...ids: string[]): ShownRow[] =>
  ids.map((id) => ({ row: row(id), group: 'later', gone: false }));
const ids = (rows: readonly ShownRow[]): string[] =>
  rows.map((entry) => entry.row.id + (entry.gone ? '-' : ''));

describe('a list under the cursor', () => {
  it('shows what there is when nothing was shown before', () => {
    const { rows, news } = steady([], { rows: [row('a'), row('b')], hasMore: true }, group);
    expect(ids(rows)).toEqual(['a', 'b']);
    expect(news).toBe(0);
  });

  it('keeps its order; what belongs further up waits', () => {
    const { rows, news } = steady(
      show('a', 'b'),
      { rows: [row('new'), row('b'), row('a', 2), row('last')], hasMore: false },
      group,
    );
    expect(ids(rows)).toEqual(['a', 'b', 'last']);
    expect(rows[0]?.row.version).toBe(2);
    expect(news).toBe(1);
  });

  it('keeps the group a row was shown in', () => {
    const { rows } = steady(show('a'), { rows: [row('a')], hasMore: false }, () => 'overdue');
    expect(rows[0]?.group).toBe('later');
  });

  it('marks what left, and takes the mark back when it returns', () => {
    const left = steady(show('a', 'b'), { rows: [row('b')], hasMore: false }, group);
    expect(ids(left.rows)).toEqual(['a-', 'b']);
    const back = steady(left.rows, { rows: [row('a'), row('b')], hasMore: false }, group);
    expect(ids(back.rows)).toEqual(['a', 'b']);
  });

  it('says nothing of rows behind what was read', () => {
    const { rows } = steady(show('a', 'b', 'c'), { rows: [row('b')], hasMore: true }, group);
    expect(ids(rows)).toEqual(['a-', 'b', 'c']);
  });

  it('marks all where the box is empty now', () => {
    expect(ids(steady(show('a', 'b'), { rows: [], hasMore: false }, group).rows)).toEqual(['a-', 'b-']);
  });
});

describe('lines of the list', () => {
  it('put one heading with its count above each group', () => {
    const rows: ShownRow[] = [
      { row: row('a'), group: 'today', gone: false },
      { row: row('b'), group: 'today', gone: false },
      { row: row('c'), group: 'later', gone: false },
    ];
    const lines = linesOf(rows).map((line) =>
      line.kind === 'group' ? `${line.group} ${line.count}` : `${line.position} ${line.entry.row.id}`,
    );
    expect(lines).toEqual(['today 2', '1 a', '2 b', 'later 1', '3 c']);
  });

  it('have no headings where nothing is due', () => {
    expect(linesOf([{ row: row('a'), group: undefined, gone: false }])).toHaveLength(1);
  });
});
