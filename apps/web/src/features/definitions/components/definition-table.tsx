import type { DefinitionRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';
import { isCurrent } from '../api/definitions.js';
import { DefinitionState } from './definition-state.js';
import { StartingEvents } from './starting-events.js';

export function DefinitionTable({ rows }: { readonly rows: readonly DefinitionRow[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const columns: readonly RecordColumn<DefinitionRow>[] = [
    {
      heading: t('definitions.name'),
      cell: (row) => (
        <span>
          <Link to={`/processes/${row.id}`}>{text(row.name)}</Link>
          <br />
          <span className="quiet">{row.key}</span>
        </span>
      ),
    },
    {
      heading: t('definitions.version'),
      cell: (row) => (
        <span className="nowrap">
          {t('definitions.versionNo', { no: row.version })}
          {!isCurrent(row, rows) && <span className="quiet"> · {t('definitions.older')}</span>}
        </span>
      ),
    },
    { heading: t('definitions.state'), cell: (row) => <DefinitionState of={row} /> },
    { heading: t('definitions.openCases'), className: 'right', cell: (row) => row.openCases },
    { heading: t('definitions.startedBy'), cell: (row) => <StartingEvents of={row} /> },
    {
      heading: t('definitions.since'),
      cell: (row) => <span className="nowrap">{dateTime(row.publishedAt)}</span>,
    },
  ];
  return (
    <RecordTable label={t('definitions.title')} columns={columns} records={rows} idOf={({ id }) => id} />
  );
}
