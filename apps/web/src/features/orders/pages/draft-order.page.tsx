import type { CaseDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
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
  const { data: file, error, refetch } = useCase(search.get('case') ?? '');
  return (
    <Page
      title={t('orders.draft.title')}
      lead={file === undefined ? t('orders.draft.lead') : <About file={file} />}
      actions={<Link to="/orders">{t('orders.back')}</Link>}
    >
      <section className="panel">
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {file === undefined && error === null && <Loading rows={10} />}
        {file !== undefined && <DraftForm file={file} office={search.get('office') ?? undefined} />}
      </section>
    </Page>
  );
}

function About({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  return (
    <>
      {t('orders.draft.about')} <Link to={`/cases/${file.id}`}>{file.caseNo}</Link> {file.title} ·{' '}
      {t('orders.draft.lead')}
    </>
  );
}
