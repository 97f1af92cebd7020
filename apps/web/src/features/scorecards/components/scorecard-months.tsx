import type { MonthCell, MonthFigures, ScorecardGroup } from '@lianban/contracts';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { useScorecardMonths } from '../api/scorecards.js';
import { MonthsHeatMap } from './months-heat-map.js';

const MonthsChart = lazy(() => import('./months-chart.js'));

const NUMBERS = {
  completed: ({ completed }: MonthFigures) => completed,
  onTime: ({ completed, late }: MonthFigures) => completed - late,
  late: ({ late }: MonthFigures) => late,
  lateOwn: ({ lateOwn }: MonthFigures) => lateOwn,
  meanHours: ({ meanHours }: MonthFigures) => meanHours,
} as const;

interface ScorecardMonthsProps {
  readonly by: ScorecardGroup;
  readonly office: string | undefined;
  readonly district: string | undefined;
}

/** The last months side by side: as they were frozen, with later corrections beside, and the month that runs. */
export function ScorecardMonths({ by, office, district }: ScorecardMonthsProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useScorecardMonths({ by, office, district });
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={8} />;
  if (data.rows.length === 0) return null;
  const stateOf = ({ month }: MonthCell): string => {
    const kept = data.months.find((one) => one.month === month);
    if (kept?.frozenAt === undefined) return t('scorecards.months.running');
    return t('scorecards.months.frozen', { count: kept.corrections });
  };
  return (
    <section className="panel" aria-labelledby="months-title">
      <h2 id="months-title">{t('scorecards.months.title')}</h2>
      <Suspense fallback={<Loading rows={6} />}>
        <MonthsChart cells={data.total} />
      </Suspense>
      <RecordTable
        label={t('scorecards.months.title')}
        records={data.total.toReversed()}
        idOf={({ month }) => month}
        columns={[
          { heading: t('scorecards.month'), cell: ({ month }) => month },
          ...Object.entries(NUMBERS).map(([number, of]) => ({
            heading: t(`scorecards.${number}`),
            className: 'right',
            cell: ({ figures, corrected }: MonthCell) =>
              corrected === undefined || of(corrected) === of(figures)
                ? of(figures)
                : `${of(figures)} → ${of(corrected)}`,
          })),
          { heading: t('scorecards.months.state'), cell: stateOf },
        ]}
      />
      <MonthsHeatMap view={data} by={by} office={office} />
    </section>
  );
}
