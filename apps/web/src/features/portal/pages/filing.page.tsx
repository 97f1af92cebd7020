import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { usePortal, usePortalForm, type PortalAct } from '../api/portal.js';
import { FilingForm } from '../components/filing-form.js';
import '../components/portal.css';

export default function FilingPage({ act }: { readonly act: PortalAct }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { data: view, error, refetch } = usePortal();
  const form = usePortalForm(act);
  const words = `portal.${act === 'file' ? 'filing' : 'supplement'}`;
  const dueAt = view?.next?.dueAt;
  const isAsked = view?.next?.act === act;
  const problem = error ?? form.error;
  return (
    <Page
      title={t(`${words}.title`)}
      lead={
        <>
          <Link to="/portal">{t('portal.back')}</Link>
          {isAsked && ` · ${t(`${words}.lead`)}`}
          {isAsked && dueAt !== undefined && ` ${t('portal.by', { at: dateTime(dueAt) })}${t('portal.stop')}`}
        </>
      }
    >
      {problem !== null && (
        <ProblemAlert error={problem} onRetry={() => void Promise.all([refetch(), form.refetch()])} />
      )}
      {(view === undefined || form.data === undefined) && problem === null && <Loading rows={10} />}
      {view !== undefined && !isAsked && (
        <section className="panel">
          <Blank title={t(`${words}.nothing`)}>
            <p>{text(view.standing)}</p>
            <Link to="/portal">{t('portal.back')}</Link>
          </Blank>
        </section>
      )}
      {view !== undefined && isAsked && form.data !== undefined && (
        <FilingForm key={act} act={act} view={view} schema={form.data} />
      )}
    </Page>
  );
}
