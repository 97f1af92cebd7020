import { App, Button, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useSession } from '../../../app/session.js';
import { useShortcuts } from '../../../app/shortcuts.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { usePageTitle } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useIsPhone } from '../../../ui/use-media.js';
import { TaskPane } from '../../tasks/components/task-pane.js';
import type { Box, InboxView } from '../api/inbox-queries.js';
import { EmptyBox } from '../components/empty-box.js';
import { InboxFilters } from '../components/inbox-filters.js';
import { InboxList, type ListHandle } from '../components/inbox-list.js';
import { KeyHelp } from '../components/key-help.js';
import { markSeen, readSeen } from '../components/seen-marks.js';
import { useInboxList } from '../components/use-inbox-list.js';
import '../components/inbox.css';

const viewOf = (params: URLSearchParams): InboxView => {
  const box = params.get('box');
  return {
    box: box === 'mine' || box === 'done' ? box : 'office',
    q: params.get('q') ?? '',
    office: params.get('office') ?? '',
    overdue: params.get('overdue') === '1',
  };
};

const addressOf = ({ box, q, office, overdue }: InboxView, taskId: string | undefined): string => {
  const entries = { box: box === 'office' ? '' : box, q, office, overdue: overdue ? '1' : '' };
  const search = new URLSearchParams(Object.entries(entries).filter(([, value]) => value !== '')).toString();
  return `/inbox${taskId === undefined ? '' : `/${taskId}`}${search === '' ? '' : `?${search}`}`;
};

/** By the address and not by what is on the screen: a search applies a moment after a row may have been chosen. */
const openTask = (): string | undefined => /^\/inbox\/([^/]+)/.exec(window.location.pathname)?.[1];

export default function InboxPage() {
  const { t } = useTranslation();
  usePageTitle(t('inbox.title'));
  const { message } = App.useApp();
  const { taskId } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const view = viewOf(params);
  const list = useInboxList(view);
  const handle = useRef<ListHandle>(null);
  const search = useRef<InputRef>(null);
  const detail = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  const seen = useSeen(taskId, list.rows.find(({ row }) => row.id === taskId)?.row.version);

  const change = (next: Partial<InboxView>): void => {
    const wanted = { ...view, ...next, ...(next.box === undefined ? {} : forBox(next.box)) };
    void navigate(addressOf(wanted, isPhone ? undefined : openTask()), { replace: next.box === undefined });
  };
  const finished = (): void => {
    const at = list.rows.findIndex(({ row }) => row.id === taskId);
    const rest = list.rows.filter(({ row, gone }) => row.id !== taskId && !gone);
    const next = list.rows.slice(at + 1).find(({ gone }) => !gone) ?? rest.at(-1);
    if (taskId !== undefined && view.box !== 'done') list.remove(taskId);
    void navigate(addressOf(view, next?.row.id), { replace: true });
    detail.current?.scrollTo({ top: 0 });
    if (next !== undefined) void message.info(t('tasks.nextOpened'));
  };

  useShortcuts({
    j: () => handle.current?.move(1),
    k: () => handle.current?.move(-1),
    n: () => detail.current?.querySelector<HTMLElement>('.task-work :is(input, textarea, button)')?.focus(),
    '/': () => search.current?.focus(),
    '?': () => setHelping(true),
  });

  const isListShown = !isPhone || taskId === undefined;
  const isDetailShown = !isPhone || taskId !== undefined;
  return (
    <div className="inbox">
      <h1 className="visually-hidden">{t('inbox.title')}</h1>
      {isListShown && (
        <section className="inbox-side" aria-label={t('inbox.list')}>
          <InboxFilters view={view} onChange={change} search={search} />
          {list.news > 0 && (
            <button type="button" className="inbox-newsbar" onClick={list.showNews}>
              {t('inbox.news', { count: list.news })}
            </button>
          )}
          <span className="visually-hidden" role="status">
            {list.news > 0 ? t('inbox.news', { count: list.news }) : ''}
          </span>
          {list.error !== null && <ProblemAlert error={list.error} onRetry={list.retry} />}
          {list.isLoading && list.error === null && <Loading rows={10} />}
          {!list.isLoading && list.rows.length === 0 && <EmptyBox view={view} onChange={change} />}
          {list.rows.length > 0 && (
            <InboxList
              key={addressOf(view, undefined)}
              rows={list.rows}
              hasMore={list.hasMore}
              onEnd={list.loadMore}
              selected={taskId}
              seen={seen}
              addressOf={(id) => addressOf(view, id)}
              handle={handle}
            />
          )}
          {!isPhone && (
            <Button type="text" size="small" className="inbox-help" onClick={() => setHelping(true)}>
              <kbd>?</kbd> {t('inbox.help')}
            </Button>
          )}
        </section>
      )}
      {isDetailShown && (
        <div ref={detail} className="inbox-detail">
          {isPhone && (
            <Button type="link" onClick={() => void navigate(addressOf(view, undefined))}>
              ← {t('inbox.back')}
            </Button>
          )}
          {taskId === undefined && list.rows.length > 0 && (
            <Blank title={t('inbox.choose')}>
              <p>{t('inbox.chooseHow')}</p>
            </Blank>
          )}
          {taskId !== undefined && <TaskPane key={taskId} taskId={taskId} onDone={finished} />}
        </div>
      )}
      <KeyHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}

/** Filters that a box doesn't know are left behind. */
const forBox = (box: Box): Partial<InboxView> => ({
  ...(box === 'done' ? { overdue: false } : {}),
  ...(box === 'office' ? {} : { office: '' }),
});

/** Looking at a task takes its unread mark away, here and in the row. */
function useSeen(taskId: string | undefined, version: number | undefined) {
  const userId = useSession().session?.user.id ?? '';
  const [seen, setSeen] = useState(() => readSeen(userId));
  useEffect(() => {
    if (taskId !== undefined && version !== undefined) setSeen(markSeen(userId, taskId, version));
  }, [userId, taskId, version]);
  return seen;
}
