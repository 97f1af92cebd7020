import { SCORECARD_GROUPS, type ScorecardGroup } from '@lianban/contracts';
import { Button, Segmented, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole, useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { DistrictSelect } from '../../../ui/district-select.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFilters } from '../../../ui/use-filters.js';
import { useScorecard } from '../api/scorecards.js';
import { HandlingSigns } from '../components/handling-signs.js';
import { ScorecardMonths } from '../components/scorecard-months.js';
import { ScorecardTable } from '../components/scorecard-table.js';
import '../components/scorecards.css';

const ScorecardChart = lazy(() => import('../components/scorecard-chart.js'));

const isGroup = (text: string | null): text is ScorecardGroup =>
  SCORECARD_GROUPS.some((group) => group === text);

/** A month in figures. Supervisors see all offices; an office sees itself and its people. */
export default function ScorecardsPage() {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const oversees = useHasRole('supervisor', 'admin');
  const { session } = useSession();
  const offices = session?.offices ?? [];
  const [search, set] = useFilters();
  const groups = oversees
    ? SCORECARD_GROUPS.filter((group) => group !== 'person')
    : (['process', 'person'] as const);
  const given = search.get('by');
  const by = isGroup(given) && groups.some((group) => group === given) ? given : (groups[0] ?? 'office');
  const month = search.get('month') ?? undefined;
  const district = oversees ? (search.get('district') ?? undefined) : undefined;
  const office = oversees ? undefined : (search.get('office') ?? offices[0]?.id);
  const asOf = search.get('asOf') === 'corrected' ? 'corrected' : 'frozen';
  const { data, error, refetch } = useScorecard({ month, by, office, district, asOf });
  const query = new URLSearchParams({
    by,
    asOf,
    ...(month && { month }),
    ...(office && { office }),
    ...(district && { district }),
  });
  return (
    <Page
      title={t('scorecards.title')}
      lead={t(oversees ? 'scorecards.lead' : 'scorecards.leadOwn')}
      actions={
        <>
          {oversees ? (
            <DistrictSelect value={district} onChange={(code) => set('district', code)} />
          ) : (
            offices.length > 1 && (
              <Select
                aria-label={t('scorecards.by.office')}
                value={office ?? ''}
                onChange={(id: string) => set('office', id)}
                options={offices.map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            )
          )}
          <Button href={`/api/scorecards/table.xlsx?${query}`} download>
            {t('scorecards.export')}
          </Button>
          <Button href={`/api/scorecards/table.pdf?${query}`} download>
            {t('scorecards.exportPdf')}
          </Button>
          <Button onClick={() => window.print()}>{t('scorecards.print')}</Button>
        </>
      }
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={10} />}
      {data !== undefined && (
        <>
          <div className="row scorecard-filters">
            <Select
              aria-label={t('scorecards.month')}
              value={data.month}
              onChange={(next: string) => set('month', next)}
              options={[...new Set([data.month, ...data.months])].map((one) => ({ value: one, label: one }))}
            />
            <Segmented
              aria-label={t('scorecards.groupBy')}
              value={by}
              onChange={(next) => set('by', next)}
              options={groups.map((group) => ({ value: group, label: t(`scorecards.by.${group}`) }))}
            />
            {data.frozenAt !== undefined && (
              <Segmented
                aria-label={t('scorecards.asOf')}
                value={asOf}
                onChange={(next) => set('asOf', next === 'frozen' ? undefined : next)}
                options={[
                  { value: 'frozen', label: t('scorecards.frozen') },
                  { value: 'corrected', label: t('scorecards.corrected', { count: data.corrections }) },
                ]}
              />
            )}
          </div>
          <p className="quiet scorecard-state">
            {data.frozenAt === undefined
              ? t('scorecards.running')
              : t('scorecards.frozenAt', { at: dateTime(data.frozenAt) })}
          </p>
          <section className="panel">
            {data.rows.length === 0 ? (
              <Blank title={t('scorecards.none')}>
                <p>{t('scorecards.noneNext')}</p>
              </Blank>
            ) : (
              <>
                <Suspense fallback={<Loading rows={6} />}>
                  <ScorecardChart rows={data.rows} />
                </Suspense>
                <ScorecardTable rows={data.rows} by={by} month={data.month} office={office} />
                <p className="quiet">{t('scorecards.note')}</p>
              </>
            )}
          </section>
          <ScorecardMonths by={by} office={office} district={district} />
          {oversees && <HandlingSigns month={data.month} district={district} />}
        </>
      )}
    </Page>
  );
}
