import type { FailedDelivery } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { FailureWords } from '../components/failure-words.js';
import { useFailedDeliveries, useRetryDelivery } from '../api/preferences.js';

/** What did not leave the house and is tried no more, until an administrator says so. */
export default function FailedDeliveriesPage() {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFailedDeliveries();
  const deliveries = data?.pages.flatMap(({ items }) => items);
  return (
    <Page
      title={t('noticePreferences.failed.title')}
      lead={t('noticePreferences.failed.lead')}
      actions={<Link to="/incidents">{t('noticePreferences.failed.incidents')}</Link>}
    >
      <section className="panel">
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {deliveries === undefined && error === null && <Loading />}
        {deliveries?.length === 0 && (
          <Blank title={t('noticePreferences.failed.none')}>{t('noticePreferences.failed.noneNext')}</Blank>
        )}
        {deliveries !== undefined && deliveries.length > 0 && <FailedDeliveries deliveries={deliveries} />}
        {hasNextPage && (
          <div className="more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('noticePreferences.failed.more')}
            </Button>
          </div>
        )}
      </section>
    </Page>
  );
}

function FailedDeliveries({ deliveries }: { readonly deliveries: readonly FailedDelivery[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { mutate, variables, isPending, error } = useRetryDelivery();
  const what = ({ kind, channel, person, case: of }: FailedDelivery) =>
    kind === 'todo' ? (
      <>
        {t('noticePreferences.failed.todo')}{' '}
        {of && (
          <Link className="num" to={`/cases/${of.id}`}>
            {of.no}
          </Link>
        )}
      </>
    ) : (
      `${t(`noticePreferences.channel.${channel}`)} · ${text(person)}`
    );
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <RecordTable
        label={t('noticePreferences.failed.title')}
        records={deliveries}
        idOf={({ kind, id }) => `${kind}-${id}`}
        columns={[
          { heading: t('noticePreferences.failed.what'), cell: what },
          {
            heading: t('noticePreferences.failed.why'),
            cell: (delivery) => <FailureWords {...delivery} />,
          },
          {
            heading: t('noticePreferences.failed.since'),
            cell: ({ gaveUpAt, attempts }) => (
              <>
                {dateTime(gaveUpAt)}{' '}
                <span className="quiet">{t('noticePreferences.failed.attempts', { count: attempts })}</span>
              </>
            ),
          },
          {
            heading: t('noticePreferences.failed.act'),
            cell: (delivery) => (
              <Button
                size="small"
                loading={isPending && variables?.id === delivery.id}
                onClick={() => mutate(delivery)}
              >
                {t('app.retry')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
