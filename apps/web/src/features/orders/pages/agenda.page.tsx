import type { AgendaItemView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { useAgenda } from '../api/orders.js';
import { SettleDialog } from '../components/settle-dialog.js';

/** 联席会议议题: what waits to be talked about, oldest first. */
export default function AgendaPage() {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { session } = useSession();
  const { data: items, error, refetch } = useAgenda();
  const [settling, setSettling] = useState<AgendaItemView>();
  const isOurs = ({ office }: AgendaItemView): boolean =>
    session?.offices.some(({ id }) => id === office.id) ?? false;
  return (
    <Page
      title={t('orders.agenda.title')}
      lead={t('orders.agenda.lead')}
      actions={<Link to="/orders">{t('orders.back')}</Link>}
    >
      <section className="panel">
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {items === undefined && error === null && <Loading rows={8} />}
        {items?.length === 0 && (
          <Blank title={t('orders.agenda.none')}>
            <p>{t('orders.agenda.noneNext')}</p>
          </Blank>
        )}
        {items !== undefined && items.length > 0 && (
          <RecordTable
            label={t('orders.agenda.title')}
            records={items}
            idOf={({ id }) => id}
            columns={[
              {
                heading: t('orders.agenda.item'),
                cell: ({ subject, case: about, endedAt }) => (
                  <>
                    {subject}
                    <br />
                    <Link to={`/cases/${about.id}`} className="num">
                      {about.no}
                    </Link>{' '}
                    <span className="quiet">{about.title}</span>
                    {endedAt !== undefined && (
                      <>
                        <br />
                        <span className="quiet">{t('orders.agenda.ended', { at: dateTime(endedAt) })}</span>
                      </>
                    )}
                  </>
                ),
              },
              { heading: t('orders.agenda.late'), cell: ({ lateOffice }) => text(lateOffice.name) },
              {
                heading: t('orders.agenda.meeting'),
                cell: ({ meeting, session: kind }) =>
                  `${t(`orders.agenda.of.${meeting}`)} ${t(`orders.agenda.session.${kind}`)}`,
              },
              {
                heading: t('orders.agenda.raised'),
                cell: ({ raisedAt, level }) => (
                  <span className="num">
                    {dateTime(raisedAt)}
                    <span className="quiet"> · {t('orders.detail.level', { level })}</span>
                  </span>
                ),
              },
              {
                heading: t('orders.acts'),
                cell: (item) =>
                  isOurs(item) ? (
                    <Button size="small" onClick={() => setSettling(item)}>
                      {t('orders.agenda.settle')}
                    </Button>
                  ) : (
                    <span className="quiet">{text(item.office.name)}</span>
                  ),
              },
            ]}
          />
        )}
      </section>
      {settling !== undefined && <SettleDialog item={settling} onClose={() => setSettling(undefined)} />}
    </Page>
  );
}
