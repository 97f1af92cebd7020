import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useTrail } from '../api/trail.js';
import { EntryProof } from '../components/entry-proof.js';
import { SealingState } from '../components/sealing-state.js';
import { Verification } from '../components/verification.js';
import '../components/trail.css';

/** Whether what was recorded still stands, and how somebody else can check it. */
export default function TrailPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useTrail();
  return (
    <Page title={t('trail.title')} lead={t('trail.lead')}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : <SealingState trail={data} />}
      <Verification />
      <EntryProof />
    </Page>
  );
}
