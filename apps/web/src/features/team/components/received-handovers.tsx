import type { HandoverView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';
import { SendBackDialog } from './send-back-dialog.js';

/** What other units handed over and may still be sent back; nothing is shown where there is nothing. */
export function ReceivedHandovers({ handovers }: { readonly handovers: readonly HandoverView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [returning, setReturning] = useState<HandoverView>();
  if (handovers.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('team.received.title')}</h2>
      <p className="quiet">{t('team.received.lead')}</p>
      <RecordTable
        label={t('team.received.title')}
        records={handovers}
        idOf={({ id }) => id}
        columns={[
          {
            heading: t('team.case'),
            cell: ({ caseId, caseNo, caseTitle, step }) => (
              <>
                <Link to={`/cases/${caseId}`} className="num">
                  {caseNo}
                </Link>{' '}
                {caseTitle}
                <div className="quiet">{text(step)}</div>
              </>
            ),
          },
          { heading: t('team.received.from'), cell: ({ from, by }) => `${text(from)} · ${text(by)}` },
          { heading: t('team.reason'), cell: ({ reason }) => reason },
          {
            heading: t('team.received.until'),
            cell: ({ returnUntil }) => <span className="num">{dateTime(returnUntil)}</span>,
          },
          {
            heading: t('team.received.act'),
            cell: (handover) => (
              <Button size="small" onClick={() => setReturning(handover)}>
                {t('acts.sendBack.name')}
              </Button>
            ),
          },
        ]}
      />
      {returning !== undefined && (
        <SendBackDialog
          handover={returning}
          subject={text(returning.step)}
          onClose={() => setReturning(undefined)}
        />
      )}
    </section>
  );
}
