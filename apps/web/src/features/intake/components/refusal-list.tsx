import type { InboundRefusalRow } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';
import { useRefusals } from '../api/intake.js';

/** Behind the sentence that we say in the reader's language, the log keeps which places were wrong. */
const placesOf = (detail: string): string => detail.split('; ').slice(1).join('; ');

/** What was turned away at the door, and why. */
export function RefusalList() {
  const { t, i18n } = useTranslation();
  const { dateTime } = useDates();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRefusals();
  const meaning = (code: string): string => {
    const key = `intake.refusal.${code.replaceAll('.', '_')}`;
    return i18n.exists(key) ? t(key) : code;
  };
  const unknown = <span className="quiet">{t('intake.notReadable')}</span>;
  const columns: readonly RecordColumn<InboundRefusalRow>[] = [
    {
      heading: t('intake.receivedAt'),
      cell: ({ receivedAt }) => <span className="nowrap">{dateTime(receivedAt)}</span>,
    },
    {
      heading: t('intake.why'),
      cell: ({ code, detail }) => (
        <span>
          {meaning(code)}
          {placesOf(detail) !== '' && (
            <>
              <br />
              <span className="quiet anywhere" lang="en">
                {placesOf(detail)}
              </span>
            </>
          )}
        </span>
      ),
    },
    {
      heading: t('intake.source'),
      cell: ({ source }) => (source === undefined ? unknown : <span className="anywhere">{source}</span>),
    },
    {
      heading: t('intake.type'),
      cell: ({ type }) => (type === undefined ? unknown : <span className="anywhere">{type}</span>),
    },
    {
      heading: t('intake.eventId'),
      cell: ({ eventId }) => (eventId === undefined ? unknown : <span className="anywhere">{eventId}</span>),
    },
  ];
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return <Blank title={t('intake.none.refused')}>{t('intake.noneNext.refused')}</Blank>;
  }
  return (
    <>
      <RecordTable label={t('intake.refusals')} columns={columns} records={rows} idOf={({ id }) => id} />
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('app.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
