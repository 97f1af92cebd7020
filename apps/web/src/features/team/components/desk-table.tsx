import type { TeamView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';

interface DeskTableProps {
  readonly offices: TeamView['offices'];
  readonly selectedId: string | undefined;
}

/** The desks of the unit: what lies there, and what nobody has claimed yet. */
export function DeskTable({ offices, selectedId }: DeskTableProps) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <RecordTable
      label={t('team.desks')}
      records={offices}
      idOf={({ id }) => id}
      selectedId={selectedId}
      columns={[
        { heading: t('team.desk'), cell: ({ name }) => text(name) },
        { heading: t('team.open'), className: 'right', cell: ({ open }) => open },
        {
          heading: t('team.unclaimed'),
          className: 'right',
          cell: ({ id, name, unclaimed }) =>
            unclaimed === 0 ? (
              <span className="quiet">0</span>
            ) : (
              <Link
                to={`/team?office=${encodeURIComponent(id)}`}
                aria-label={t('team.unclaimedAt', { name: text(name), count: unclaimed })}
              >
                {unclaimed}
              </Link>
            ),
        },
      ]}
    />
  );
}
