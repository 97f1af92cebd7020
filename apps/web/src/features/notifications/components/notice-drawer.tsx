import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useNotices, useReadNotices } from '../api/notices.js';
import { NoticeEntry } from './notice-entry.js';
import './notices.css';

/** What this person and their offices were told, newest first. */
export default function NoticeDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useNotices();
  const read = useReadNotices();
  const notices = data?.pages.flatMap(({ items }) => items) ?? [];
  const hasUnread = notices.some(({ isRead }) => !isRead);
  return (
    <Drawer
      open
      title={t('notifications.title')}
      size={440}
      onClose={onClose}
      extra={
        hasUnread && (
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {t('notifications.readAll')}
          </Button>
        )
      }
    >
      {isPending && <Loading rows={6} />}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {read.error !== null && <ProblemAlert error={read.error} />}
      {data !== undefined && notices.length === 0 && <p className="quiet">{t('notifications.none')}</p>}
      <ul className="notices">
        {notices.map((notice) => (
          <NoticeEntry
            key={notice.id}
            notice={notice}
            onRead={() => read.mutate([notice.id])}
            onLeave={onClose}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('notifications.more')}
        </Button>
      )}
    </Drawer>
  );
}
