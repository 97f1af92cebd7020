import type { NoticeView } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useNoticeWords } from '../use-notice-words.js';

interface NoticeEntryProps {
  readonly notice: NoticeView;
  readonly onRead: () => void;
  /** The reader goes to what the notice is about. */
  readonly onLeave: () => void;
}

export function NoticeEntry({ notice, onRead, onLeave }: NoticeEntryProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { title, detail } = useNoticeWords()(notice);
  const { isRead, about, office, at } = notice;
  const leave = (): void => {
    if (!isRead) onRead();
    onLeave();
  };
  const { items = [], count = 0 } = about;
  return (
    <li className={isRead ? '' : 'is-unread'}>
      <p className="notice-head">
        <strong>{title}</strong>
        {!isRead && <span className="notice-new">{t('notifications.unread')}</span>}
      </p>
      {detail !== '' && <p>{detail}</p>}
      {notice.case !== undefined && (
        <p>
          <Link to={`/cases/${notice.case.id}`} onClick={leave}>
            {notice.case.no}
          </Link>{' '}
          {notice.case.title}
        </p>
      )}
      {items.length > 0 && (
        <ul className="notice-items">
          {items.map((item) => (
            <li key={`${item.caseId} ${item.level} ${item.clockName.en}`}>
              <Link to={`/cases/${item.caseId}`} onClick={leave}>
                {item.caseNo}
              </Link>{' '}
              {text(item.clockName)} · {item.ladder} {item.level} ·{' '}
              {t('notifications.due', { due: dateTime(item.dueAt) })}
            </li>
          ))}
          {count > items.length && (
            <li className="quiet">{t('notifications.andMore', { count: count - items.length })}</li>
          )}
        </ul>
      )}
      <p className="notice-foot quiet">
        <span>
          <time dateTime={at}>{dateTime(at)}</time>
          {' · '}
          {office === undefined ? t('notifications.toYou') : text(office.name)}
        </span>
        {!isRead && (
          <Button
            type="link"
            size="small"
            aria-label={t('notifications.readOne', { title })}
            onClick={onRead}
          >
            {t('notifications.read')}
          </Button>
        )}
      </p>
    </li>
  );
}
