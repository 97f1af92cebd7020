import type { IncidentView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';

/** What was decided, by whom and why. */
export function SettledIncidents({ incidents }: { readonly incidents: readonly IncidentView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  return (
    <RecordTable
      label={t('incidents.settled')}
      records={incidents}
      idOf={({ id }) => id}
      columns={[
        { heading: t('incidents.step'), cell: ({ name }) => text(name) },
        {
          heading: t('incidents.case'),
          cell: ({ caseId, caseNo, caseTitle }) => (
            <span>
              <Link to={`/cases/${caseId}`}>{caseNo}</Link> {caseTitle}
            </span>
          ),
        },
        {
          heading: t('incidents.resolution'),
          cell: ({ resolution }) => t(`incidents.resolved.${resolution}`),
        },
        {
          heading: t('incidents.by'),
          cell: ({ resolvedBy }) => (resolvedBy === undefined ? t('incidents.byProcess') : text(resolvedBy)),
        },
        { heading: t('incidents.note'), cell: ({ note }) => note },
        {
          heading: t('incidents.settledAt'),
          cell: ({ resolvedAt }) =>
            resolvedAt !== undefined && <span className="nowrap">{dateTime(resolvedAt)}</span>,
        },
      ]}
    />
  );
}
