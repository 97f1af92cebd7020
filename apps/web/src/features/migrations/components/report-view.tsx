import type { MigrationFinding, MigrationReport } from '@lianban/contracts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import './migrations.css';

/** What becomes of one case: why it cannot go, what is no longer watched, which deadlines move. */
export function ReportView({ report }: { readonly report: MigrationReport }) {
  const { t } = useTranslation();
  const text = useText2();
  const say = useFindingText();
  const { dateTime } = useDates();
  const when = (at: string | undefined): string => (at === undefined ? t('migrations.noDate') : dateTime(at));
  const { problems, lostTimers, newTimers } = report;
  const deadlines = report.deadlines.filter(({ change }) => change !== 'same');
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [t('migrations.lost'), lostTimers.map(say)],
    [t('migrations.added'), newTimers.map(say)],
    [
      t('migrations.deadlines'),
      deadlines.map(({ name, from, to, change }) =>
        t(`migrations.deadline.${change}`, { name: text(name), from: when(from), to: when(to) }),
      ),
    ],
  ];
  return (
    <div className="stack migration-report">
      {problems.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t('migrations.refused')}
          description={<Lines of={problems.map(say)} />}
        />
      ) : (
        <Alert type="success" showIcon title={t('migrations.ready')} />
      )}
      {groups.map(
        ([title, lines]) =>
          lines.length > 0 && (
            <div key={title}>
              <b>{title}</b>
              <Lines of={lines} />
            </div>
          ),
      )}
      {problems.length === 0 && groups.every(([, lines]) => lines.length === 0) && (
        <p className="quiet">{t('migrations.same')}</p>
      )}
    </div>
  );
}

export function Lines({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="migration-lines">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function useFindingText(): (finding: Pick<MigrationFinding, 'code' | 'name'>) => string {
  const { t } = useTranslation();
  const text = useText2();
  return ({ code, name }) =>
    t(`migrations.finding.${code.replace('MIGRATION.', '')}`, { name: text(name), defaultValue: code });
}
