import { useState } from 'react';
import { useNow } from '../../../app/business-clock.js';
import { useInboxPages, type InboxView } from '../api/inbox-queries.js';
import { grouped, steady, type ShownRow } from './steady-list.js';

interface Held {
  readonly view: string;
  readonly rows: readonly ShownRow[];
  readonly news: number;
  /** The answer these rows were made from. */
  readonly from: unknown;
}

const nothing: Held = { view: '', rows: [], news: 0, from: undefined };

/** The list as it is shown: steady between answers, fresh for another view or when asked for. */
export function useInboxList(view: InboxView) {
  const pages = useInboxPages(view);
  const now = useNow();
  const [held, setHeld] = useState(nothing);
  const name = JSON.stringify(view);
  const { data } = pages;

  const group = (row: ShownRow['row']) => grouped(row, view.box, now);
  const next = (before: readonly ShownRow[]): Held => ({
    view: name,
    from: data,
    ...steady(
      before,
      { rows: data?.pages.flatMap(({ items }) => items) ?? [], hasMore: pages.hasNextPage },
      group,
    ),
  });

  let current = held;
  if (data !== undefined && (held.from !== data || held.view !== name)) {
    current = next(held.view === name ? held.rows : []);
    // State that follows an answer is set while rendering: the screen never shows the old list once more.
    setHeld(current);
  }
  return {
    rows: current.view === name ? current.rows : [],
    news: current.news,
    isLoading: data === undefined,
    error: pages.error,
    retry: () => void pages.refetch(),
    hasMore: pages.hasNextPage,
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
    },
    /** In the server's order, with what is new. */
    showNews: () => setHeld(next([])),
    /** One's own act shows at once. */
    remove: (id: string) =>
      setHeld((before) => ({ ...before, rows: before.rows.filter(({ row }) => row.id !== id) })),
  };
}
