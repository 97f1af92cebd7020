import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.js';
import { MarkShape } from '../../../ui/mark-shape.js';
import { InboxRow } from './inbox-row.js';
import { newsOf } from './seen-marks.js';
import { linesOf, type ShownRow } from './steady-list.js';

export interface ListHandle {
  /** Moves the cursor by so many rows and puts the focus there. */
  readonly move: (by: number) => void;
}

interface InboxListProps {
  readonly rows: readonly ShownRow[];
  readonly hasMore: boolean;
  readonly onEnd: () => void;
  readonly selected: string | undefined;
  readonly seen: Readonly<Record<string, number>>;
  readonly addressOf: (taskId: string) => string;
  readonly handle: Ref<ListHandle>;
}

const rowHeight = 74;
const groupHeight = 30;
const endHeight = 36;
const shapes = {
  overdue: 'overdue',
  today: 'due-soon',
  week: 'none',
  later: 'none',
  waiting: 'paused',
} as const;

/** However long the queue is, only what is in sight is drawn; one row is in the tab order, j and k move it. */
export function InboxList({ rows, hasMore, onEnd, selected, seen, addressOf, handle }: InboxListProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(rows), [rows]);
  const [cursor, setCursor] = useState(selected);
  const active = rows.some(({ row }) => row.id === cursor) ? cursor : (selected ?? rows[0]?.row.id);
  const virtual = useVirtualizer({
    count: lines.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const line = lines[index];
      if (line === undefined) return endHeight;
      return line.kind === 'group' ? groupHeight : rowHeight;
    },
    getItemKey: (index) => {
      const line = lines[index];
      if (line === undefined) return 'end';
      return line.kind === 'group' ? line.group : line.entry.row.id;
    },
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const indexOf = (id: string | undefined): number =>
    lines.findIndex((line) => line.kind === 'row' && line.entry.row.id === id);

  const ended = useEffectEvent(onEnd);
  const atEnd = items.at(-1)?.index === lines.length;
  useEffect(() => {
    if (atEnd && hasMore) ended();
  }, [atEnd, hasMore, lines.length]);

  const reveal = useEffectEvent((id: string) => {
    const index = indexOf(id);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => {
    if (selected === undefined) return;
    setCursor(selected);
    reveal(selected);
  }, [selected]);

  useImperativeHandle(handle, () => ({
    move: (by) => {
      const at = rows.findIndex(({ row }) => row.id === active);
      const isThere = document.activeElement?.id === `task-${active ?? ''}`;
      const next = rows[isThere ? Math.min(Math.max(at + by, 0), rows.length - 1) : Math.max(at, 0)];
      if (next === undefined) return;
      setCursor(next.row.id);
      virtual.scrollToIndex(indexOf(next.row.id), { align: 'auto' });
      // Drawn by the scroll, if it was out of sight.
      requestAnimationFrame(() => document.getElementById(`task-${next.row.id}`)?.focus());
    },
  }));

  return (
    <div ref={scroller} className="inbox-scroll" role="list" aria-label={t('inbox.list')}>
      <div className="inbox-canvas" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          const style = { height: item.size, transform: `translateY(${item.start}px)` };
          if (line === undefined) {
            return (
              <p key={item.key} className="inbox-end quiet" style={style}>
                {hasMore ? t('inbox.loadMore') : t('inbox.end', { count: rows.length })}
              </p>
            );
          }
          if (line.kind === 'group') {
            return (
              <div key={item.key} role="listitem" className="inbox-item" style={style}>
                <h2 className={`inbox-group due-chip due-${shapes[line.group]}`}>
                  <MarkShape shape={shapes[line.group]} />
                  {t(`inbox.group.${line.group}`)}
                  <span className="num">
                    {line.count}
                    {hasMore && line.group === rows.at(-1)?.group ? '+' : ''}
                  </span>
                </h2>
              </div>
            );
          }
          const { row, gone } = line.entry;
          return (
            <div
              key={item.key}
              role="listitem"
              className="inbox-item"
              style={style}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={line.position}
            >
              <InboxRow
                row={row}
                to={addressOf(row.id)}
                news={row.status === 'open' ? newsOf(seen, row) : 'none'}
                gone={gone}
                selected={row.id === selected}
                active={row.id === active}
                mine={row.assignee !== undefined && row.assignee.id === session?.user.id}
                onFocus={() => setCursor(row.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
