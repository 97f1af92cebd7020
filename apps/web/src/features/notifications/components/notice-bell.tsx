import { BellOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageWithTexts } from '../../../app/page-with-texts.js';
import { useUnreadNotices } from '../api/notices.js';

const NoticeDrawer = pageWithTexts(['notifications'], () => import('./notice-drawer.js'));

/** How many notices are unread; the list is fetched when it is opened. */
export function NoticeBell() {
  const { t } = useTranslation();
  const { data } = useUnreadNotices();
  const [isOpen, setOpen] = useState(false);
  const unread = data?.unread ?? 0;
  return (
    <>
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={t('app.notices', { count: unread })}
        onClick={() => setOpen(true)}
      >
        {unread > 0 && (
          <span className="shell-unread" aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Button>
      {isOpen && (
        <Suspense>
          <NoticeDrawer onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
