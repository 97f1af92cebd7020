import type { DryRunClock, DryRunView, LadderContent } from '@lianban/contracts';
import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates, useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { dayKey } from '../../../ui/instants.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type RecordColumn, RecordTable } from '../../../ui/record-table.js';
import { useDryRun } from '../api/ladders.js';

const DAYS_BACK = 90;
const DAY_MS = 86_400_000;

/** What the ladder as it stands on the screen would have done to cases that have been. */
export function DryRun({ code, content }: { readonly code: string; readonly content: LadderContent }) {
  const { t } = useTranslation();
  const now = useNow();
  const dateId = useId();
  const [since, setSince] = useState(dayKey(new Date(now.getTime() - DAYS_BACK * DAY_MS)));
  const [earlier, setEarlier] = useState<readonly DryRunClock[]>([]);
  const run = useDryRun(code);
  const ask = (after?: string): void =>
    run.mutate(
      { content, since: `${since}T00:00:00+08:00`, ...(after === undefined ? {} : { after }) },
      {
        onSuccess: ({ items }) => setEarlier((known) => (after === undefined ? items : [...known, ...items])),
      },
    );
  return (
    <section className="panel stack" aria-label={t('ladders.dryRun.title')}>
      <h2>{t('ladders.dryRun.title')}</h2>
      <p className="quiet">{t('ladders.dryRun.lead')}</p>
      <div className="row">
        <Form.Item label={t('ladders.dryRun.since')} htmlFor={dateId} className="flat-item">
          <Input
            id={dateId}
            type="date"
            value={since}
            max={dayKey(now)}
            onChange={({ target }) => setSince(target.value)}
          />
        </Form.Item>
        <Button onClick={() => ask()} loading={run.isPending} disabled={since === ''}>
          {t('ladders.dryRun.run')}
        </Button>
      </div>
      {run.error !== null && <ProblemAlert error={run.error} onRetry={() => ask()} />}
      {run.data !== undefined && (
        <div aria-live="polite" className="stack">
          <Impact view={run.data} />
          <Clocks clocks={earlier} />
          {run.data.next !== undefined && (
            <Button onClick={() => ask(run.data.next)} loading={run.isPending}>
              {t('ladders.dryRun.more')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Impact({ view }: { readonly view: DryRunView }) {
  const { t } = useTranslation();
  if (view.tried === 0) return <p>{t('ladders.dryRun.none')}</p>;
  const number = (heading: string, of: (level: DryRunView['levels'][number]) => number) => ({
    heading: t(`ladders.dryRun.${heading}`),
    className: 'right',
    cell: of,
  });
  const columns: readonly RecordColumn<DryRunView['levels'][number]>[] = [
    { heading: t('ladders.level'), cell: ({ level }) => <b>{level}</b> },
    number('fired', ({ fired }) => fired),
    number('wouldFire', ({ wouldFire }) => wouldFire),
    number('earlier', ({ earlier }) => earlier),
    number('later', ({ later }) => later),
  ];
  return (
    <>
      <p>
        <b>{t('ladders.dryRun.sum', { tried: view.tried, changed: view.changed })}</b>
        {view.more && ` ${t('ladders.dryRun.bound', { tried: view.tried })}`}
      </p>
      <RecordTable
        label={t('ladders.dryRun.levels')}
        columns={columns}
        records={view.levels}
        idOf={({ level }) => level}
      />
    </>
  );
}

function Clocks({ clocks }: { readonly clocks: readonly DryRunClock[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const columns: readonly RecordColumn<DryRunClock>[] = [
    {
      heading: t('ladders.dryRun.case'),
      cell: ({ caseId, caseNo, caseTitle, name }) => (
        <>
          <Link to={`/cases/${caseId}`}>
            <span className="num">{caseNo}</span> {caseTitle}
          </Link>
          <div className="quiet">{text(name)}</div>
        </>
      ),
    },
    { heading: t('ladders.dryRun.due'), className: 'nowrap', cell: ({ dueAt }) => dateTime(dueAt) },
    {
      heading: t('ladders.dryRun.happened'),
      cell: ({ levels }) => (
        <ul className="plain-list">
          {levels.flatMap(({ level, fired, told }) =>
            fired === undefined
              ? []
              : [
                  <li key={level}>
                    <b>{level}</b> {dateTime(fired)}{' '}
                    <span className="quiet">{told.map(text).join(t('ladders.comma'))}</span>
                  </li>,
                ],
          )}
        </ul>
      ),
    },
    {
      heading: t('ladders.dryRun.would'),
      cell: ({ levels }) => (
        <ul className="plain-list">
          {levels.flatMap(({ level, would, depends, wouldTell }) =>
            would === undefined
              ? []
              : [
                  <li key={level}>
                    <b>{level}</b> {dateTime(would)}{' '}
                    <span className="quiet">
                      {wouldTell.map(text).join(t('ladders.comma'))}
                      {depends && ` ${t('ladders.dryRun.depends')}`}
                    </span>
                  </li>,
                ],
          )}
        </ul>
      ),
    },
  ];
  if (clocks.length === 0) return undefined;
  return (
    <RecordTable
      label={t('ladders.dryRun.cases')}
      columns={columns}
      records={clocks}
      idOf={({ clockId }) => clockId}
    />
  );
}
