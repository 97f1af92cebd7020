import type { ScorecardGroup, ScorecardRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';
import { factsAddress } from './facts-address.js';

interface ScorecardTableProps {
  readonly rows: readonly ScorecardRow[];
  readonly by: ScorecardGroup;
  readonly month: string;
  readonly office: string | undefined;
}

const NUMBERS = [
  ['completed', 'all'],
  ['onTime', undefined],
  ['late', 'late'],
  ['lateOwn', 'late-own'],
  ['rework', 'rework'],
  ['orders', undefined],
  ['answers', undefined],
  ['answersLate', undefined],
  ['exempt', 'concluded'],
  ['excluded', 'concluded'],
  ['meanHours', undefined],
  ['p90Hours', undefined],
] as const;

/** What each did in the month; a number opens the tasks behind it where they can be told apart. */
export function ScorecardTable({ rows, by, month, office }: ScorecardTableProps) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <RecordTable
      label={t('scorecards.caption', { month })}
      records={rows}
      idOf={({ key }) => key}
      columns={[
        { heading: t(`scorecards.by.${by}`), cell: ({ name }) => text(name) },
        ...NUMBERS.map(([number, which]) => ({
          heading: t(`scorecards.${number}`),
          className: 'right',
          cell: (row: ScorecardRow) => {
            const to =
              which === undefined || row[number] === 0
                ? undefined
                : factsAddress({ by, key: row.key, month, which, office });
            return to === undefined ? row[number] : <Link to={to}>{row[number]}</Link>;
          },
        })),
      ]}
    />
  );
}
