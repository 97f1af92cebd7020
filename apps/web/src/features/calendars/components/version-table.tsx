import type { CalendarVersionRow } from '@lianban/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { RecordTable } from '../../../ui/record-table.js';

type State = 'draft' | 'inForce' | 'waits' | 'replaced';

const stateOf = ({ state, inForce, effectiveFrom }: CalendarVersionRow, today: string): State =>
  state === 'draft' ? 'draft' : inForce ? 'inForce' : effectiveFrom > today ? 'waits' : 'replaced';

interface VersionTableProps {
  readonly label: string;
  readonly versions: readonly CalendarVersionRow[];
  readonly today: string;
}

/** The versions of a layer, with what orders them and where they stand. */
export function VersionTable({ label, versions, today }: VersionTableProps) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  return (
    <RecordTable
      label={label}
      records={versions}
      idOf={({ layer, code, version }) => `${layer} ${code} ${version}`}
      columns={[
        {
          heading: t('calendars.column.version'),
          cell: ({ code, version }) => <span className="num">{`${code}@${version}`}</span>,
        },
        {
          heading: t('calendars.column.state'),
          cell: (row) => <Tag>{t(`calendars.state.${stateOf(row, today)}`)}</Tag>,
        },
        {
          heading: t('calendars.column.effective'),
          cell: ({ effectiveFrom }) => effectiveFrom,
          className: 'num nowrap',
        },
        { heading: t('calendars.column.source'), cell: (row) => <Source {...row} /> },
        { heading: t('calendars.column.years'), cell: ({ years }) => years.join(' '), className: 'num' },
        {
          heading: t('calendars.column.published'),
          cell: ({ publishedAt, publishedBy, publisher }) =>
            [publisher, publishedBy, publishedAt && dateTime(publishedAt)].filter(Boolean).join(' · '),
        },
      ]}
    />
  );
}

function Source({ document, note }: CalendarVersionRow) {
  const { name, number, url, date } = document;
  const said = [name, number, date].filter(Boolean).join(' · ');
  return (
    <>
      {url === undefined ? (
        said || '—'
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {said || url}
        </a>
      )}
      {note !== undefined && <div className="quiet">{note}</div>}
    </>
  );
}
