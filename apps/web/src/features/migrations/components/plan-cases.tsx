import type { CaseRow, Page } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { MarkShape } from '../../../ui/mark-shape.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { type Plan, useCaseReport } from '../api/migrations.js';
import type { Run } from '../use-plan-run.js';
import { ReportView } from './report-view.js';

interface PlanCasesProps {
  readonly cases: Page<CaseRow>;
  readonly plan: Plan | undefined;
  readonly run: Run | undefined;
}

/** Case by case: what it would meet, and after the run what became of it. */
export function PlanCases({ cases, plan, run }: PlanCasesProps) {
  const { t } = useTranslation();
  const text = useText2();
  const migrated = new Set(run?.migrated.map(({ caseId }) => caseId));
  const refused = new Map(run?.refused.map((row) => [row.caseId, row.why]));
  const result = ({ id }: CaseRow) => {
    if (migrated.has(id))
      return (
        <>
          <MarkShape shape="done" /> {t('migrations.all.row.migrated')}
        </>
      );
    const why = refused.get(id);
    if (why === undefined) return <span className="quiet">{t('migrations.all.row.waiting')}</span>;
    return (
      <>
        <MarkShape shape="overdue" /> {t('migrations.all.row.refused')} · {text(why)}
      </>
    );
  };
  return (
    <>
      <RecordTable
        label={t('migrations.all.cases')}
        records={cases.items}
        idOf={({ id }) => id}
        columns={[
          {
            heading: t('migrations.all.caseNo'),
            cell: ({ id, caseNo }) => (
              <Link className="num nowrap" to={`/cases/${id}`}>
                {caseNo}
              </Link>
            ),
          },
          { heading: t('migrations.all.title2'), cell: ({ title }) => title },
          { heading: t('migrations.all.result'), cell: result },
          {
            heading: t('migrations.all.detail'),
            cell: (row) =>
              plan === undefined || migrated.has(row.id) ? '' : <CaseReport caseId={row.id} plan={plan} />,
          },
        ]}
      />
      {cases.next !== undefined && (
        <p className="quiet">{t('migrations.all.more', { count: cases.items.length })}</p>
      )}
    </>
  );
}

function CaseReport({ caseId, plan }: { readonly caseId: string; readonly plan: Plan }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useCaseReport(caseId, plan, isOpen);
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('migrations.all.see')}
      </Button>
    );
  if (error !== null) return <ProblemAlert error={error} />;
  return data === undefined ? <Loading rows={2} /> : <ReportView report={data} />;
}
