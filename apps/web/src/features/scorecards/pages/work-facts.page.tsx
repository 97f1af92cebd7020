import type { WorkFactView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { type FactsChoice, useWorkFacts } from '../api/scorecards.js';
import { JudgeDialog, type Judging } from '../components/judge-dialog.js';
import '../components/scorecards.css';

const WHICH = ['all', 'late', 'late-own', 'rework', 'concluded'] as const;

/** The tasks behind a number, with what was objected and concluded about each; a number belongs to a month. */
export default function WorkFactsPage() {
  const month = useSearchParams()[0].get('month');
  return month === null ? <Navigate to="/scorecards" replace /> : <WorkFacts month={month} />;
}

function WorkFacts({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [search] = useSearchParams();
  const [judging, setJudging] = useState<{ readonly fact: WorkFactView; readonly how: Judging }>();
  const which = WHICH.find((one) => one === search.get('which')) ?? 'all';
  const [office, district] = [search.get('office'), search.get('district')];
  const choice: FactsChoice = {
    month,
    which,
    ...(office === null ? {} : { office }),
    ...(district === null ? {} : { district }),
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWorkFacts(choice);
  const facts = data?.pages.flatMap(({ items }) => items);
  const back = new URLSearchParams({ month, ...(district && { district }) });
  return (
    <Page
      title={t('scorecards.facts.title', { month, which: t(`scorecards.facts.${which}`) })}
      lead={<Link to={`/scorecards?${back}`}>{t('scorecards.facts.back')}</Link>}
    >
      <section className="panel">
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {facts === undefined && error === null && <Loading rows={8} />}
        {facts?.length === 0 && <Blank title={t('scorecards.facts.none')} />}
        {facts !== undefined && facts.length > 0 && (
          <RecordTable
            label={t('scorecards.facts.caption')}
            records={facts}
            idOf={({ id }) => id}
            columns={[
              {
                heading: t('scorecards.facts.case'),
                cell: ({ caseId, caseNo, caseTitle }) => (
                  <>
                    <Link to={`/cases/${caseId}`}>{caseNo}</Link> {caseTitle}
                  </>
                ),
              },
              {
                heading: t('scorecards.facts.step'),
                cell: ({ step, office: { name } }) => (
                  <>
                    {text(step)}
                    <br />
                    <span className="quiet">{text(name)}</span>
                  </>
                ),
              },
              {
                heading: t('scorecards.facts.held'),
                cell: ({ reachedAt, closedAt }) => (
                  <span className="num">
                    {dateTime(reachedAt)} – {dateTime(closedAt)}
                  </span>
                ),
              },
              { heading: t('scorecards.facts.hours'), className: 'right', cell: ({ hours }) => hours },
              { heading: t('scorecards.facts.counts'), cell: (fact) => <Counts fact={fact} /> },
              {
                heading: t('scorecards.facts.acts'),
                cell: (fact) => <Acts fact={fact} onJudge={(how) => setJudging({ fact, how })} />,
              },
            ]}
          />
        )}
        {hasNextPage && (
          <div className="more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('app.loadMore')}
            </Button>
          </div>
        )}
      </section>
      {judging !== undefined && (
        <JudgeDialog fact={judging.fact} judging={judging.how} onClose={() => setJudging(undefined)} />
      )}
    </Page>
  );
}

function Counts({
  fact: { isLate, isLateOwn, isRework, conclusions, objection },
}: {
  readonly fact: WorkFactView;
}) {
  const { t } = useTranslation();
  const words = [
    isLateOwn ? t('scorecards.lateOwn') : isLate ? t('scorecards.lateOther') : t('scorecards.onTime'),
    ...(isRework ? [t('scorecards.rework')] : []),
    ...conclusions.map(({ kind, reason }) => `${t(`scorecards.conclusion.${kind}`)}: ${reason}`),
  ];
  return (
    <>
      {words.join(' · ')}
      {objection !== undefined && (
        <div className="quiet">
          {t('scorecards.facts.objection', { reason: objection.reason })}{' '}
          {objection.conclusion === undefined
            ? t('scorecards.facts.unanswered')
            : t('scorecards.facts.answered', {
                conclusion: t(`scorecards.conclusion.${objection.conclusion}`),
                answer: objection.answer ?? '',
              })}
        </div>
      )}
    </>
  );
}

function Acts({ fact, onJudge }: { readonly fact: WorkFactView; readonly onJudge: (how: Judging) => void }) {
  const { t } = useTranslation();
  const { may, objection, conclusions } = fact;
  const waits = objection !== undefined && objection.conclusion === undefined;
  return (
    <div className="row">
      {may.object && (
        <Button size="small" onClick={() => onJudge('objection')}>
          {t('scorecards.judge.objection')}
        </Button>
      )}
      {may.conclude && waits && (
        <Button size="small" type="primary" onClick={() => onJudge('answer')}>
          {t('scorecards.judge.answer')}
        </Button>
      )}
      {may.conclude && !waits && conclusions.length < 2 && (
        <Button size="small" onClick={() => onJudge('conclusion')}>
          {t('scorecards.judge.conclusion')}
        </Button>
      )}
    </div>
  );
}
