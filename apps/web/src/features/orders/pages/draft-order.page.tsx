import type { CaseDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useCase } from '../../cases/api/case-queries.js';
import { DraftForm } from '../components/draft-form.js';
import '../components/orders.css';

/** 督办/催办: a paper about one case, addressed to one of the units that work on it. */
export default function DraftOrderPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const caseId = search.get('case');
  return (
    <Page
      title={t('orders.draft.title')}
      lead={t('orders.draft.lead')}
      actions={<Link to="/orders">{t('orders.back')}</Link>}
    >
      <section className="panel stack">
        {caseId === null ? (
          <Blank title={t('orders.draft.noCase')}>
            <Link to="/board/tasks?list=overdue">{t('orders.draft.chooseCase')}</Link>
          </Blank>
        ) : (
          <AboutCase caseId={caseId} office={search.get('office') ?? undefined} />
        )}
      </section>
    </Page>
  );
}

function AboutCase({ caseId, office }: { readonly caseId: string; readonly office: string | undefined }) {
  const { data: file, error, refetch } = useCase(caseId);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (file === undefined) return <Loading rows={10} />;
  return (
    <>
      <About file={file} />
      <DraftForm file={file} office={office} />
    </>
  );
}

function About({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('orders.draft.about')} <Link to={`/cases/${file.id}`}>{file.caseNo}</Link> {file.title}
    </p>
  );
}
