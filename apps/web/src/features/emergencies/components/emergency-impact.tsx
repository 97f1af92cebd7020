import type { EmergencyImpactView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { CaseLink } from '../../../ui/case-link.js';
import { RecordTable } from '../../../ui/record-table.js';

/** Which clocks would stand still, whose they are, and which of them falls due first. */
export function EmergencyImpact({ impact }: { readonly impact: EmergencyImpactView }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { clocks, cases, standing, offices, items } = impact;
  if (clocks === 0) return <p>{t('emergencies.impact.none')}</p>;
  const heading = t('emergencies.impact.first', { count: items.length });
  return (
    <div className="stack">
      <p className="num">
        <b>{t('emergencies.impact.clocks', { count: clocks, cases })}</b>{' '}
        {standing > 0 && t('emergencies.impact.standing', { count: standing })}
      </p>
      <p className="quiet">{t('emergencies.impact.unknown')}</p>
      {offices.length > 0 && (
        <details>
          <summary>
            {t('emergencies.impact.offices')} <span className="num">({offices.length})</span>
          </summary>
          <ul>
            {offices.map(({ id, name, clocks: count }) => (
              <li key={id}>{t('emergencies.impact.office', { name: text(name), count })}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{heading}</summary>
        <RecordTable
          label={heading}
          records={items}
          idOf={({ clockId }) => clockId}
          columns={[
            {
              heading: t('emergencies.impact.case'),
              cell: (of) => <CaseLink caseId={of.caseId} caseNo={of.caseNo} caseTitle={of.caseTitle} />,
            },
            { heading: t('emergencies.impact.clock'), cell: ({ clock }) => text(clock) },
            {
              heading: t('emergencies.impact.due'),
              cell: ({ dueAt }) => (
                <span className="num">
                  {dueAt === undefined ? t('emergencies.impact.still') : dateTime(dueAt)}
                </span>
              ),
            },
          ]}
        />
      </details>
    </div>
  );
}
