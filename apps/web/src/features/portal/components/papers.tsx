import type { DocumentView, PortalView } from '@lianban/contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';

/** Papers with legal effect, to download as soon as they are made. */
export function Documents({ documents }: { readonly documents: readonly DocumentView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  if (documents.length === 0) return <p className="quiet">{t('portal.noDocuments')}</p>;
  return (
    <ul className="papers">
      {documents.map(({ id, title, number, issuedAt, state }) => (
        <li key={id}>
          <span>
            <b>{text(title)}</b>
            <span className="quiet num">
              {number} · {dateTime(issuedAt)}
            </span>
          </span>
          {state === 'ready' ? (
            <Button
              icon={<DownloadOutlined />}
              href={`/api/documents/${id}.pdf`}
              download
              aria-label={t('portal.downloadNamed', { name: text(title) })}
            >
              {t('portal.download')}
            </Button>
          ) : (
            <span className="quiet" role="status">
              {t('portal.rendering')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Notices({ notices }: { readonly notices: PortalView['notices'] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  if (notices.length === 0) return <p className="quiet">{t('portal.noNotices')}</p>;
  return (
    <ul className="papers">
      {notices.map(({ id, at, text: words }) => (
        <li key={id}>
          <span>
            {text(words)}
            <span className="quiet num">{dateTime(at)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
