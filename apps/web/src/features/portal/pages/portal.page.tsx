import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { usePortal } from '../api/portal.js';
import { MissingItems } from '../components/missing-items.js';
import { Documents, Notices } from '../components/papers.js';
import { PortalSteps } from '../components/portal-steps.js';
import { RegistrationFacts } from '../components/registration-facts.js';
import { Standing } from '../components/standing.js';
import { SubmittedFiling } from '../components/submitted-filing.js';
import '../components/portal.css';

export default function PortalPage() {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const { data: view, error, refetch } = usePortal();
  const { institution, case: file, filing } = view ?? {};
  return (
    <Page
      title={t('portal.title')}
      lead={
        institution !== undefined && (
          <>
            {t('portal.institution', { name: institution.name, uscc: institution.uscc })}
            {file !== undefined && ` · ${t('portal.caseNo', { caseNo: file.caseNo })}`}
          </>
        )
      }
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {view === undefined && error === null && <Loading rows={10} />}
      {view !== undefined && (
        <div className="portal-grid">
          <div>
            <Standing view={view} />
            {view.missing.length > 0 && <MissingItems missing={view.missing} />}
            <section className="panel" aria-labelledby="portal-documents">
              <h2 id="portal-documents">{t('portal.documents')}</h2>
              <Documents documents={view.documents} />
            </section>
          </div>
          <div>
            <section className="panel" aria-labelledby="portal-steps">
              <h2 id="portal-steps">{t('portal.steps')}</h2>
              <PortalSteps steps={view.steps} />
            </section>
            <section className="panel" aria-labelledby="portal-notices">
              <h2 id="portal-notices">{t('portal.notices')}</h2>
              <Notices notices={view.notices} />
            </section>
          </div>
          {filing?.submittedAt !== undefined && (
            <section className="panel" aria-labelledby="portal-submitted">
              <h2 id="portal-submitted">
                {t('portal.submitted')}{' '}
                <span className="quiet num">
                  {t('portal.submittedAt', { at: dateTime(filing.submittedAt) })}
                </span>
              </h2>
              <SubmittedFiling form={filing.form} />
            </section>
          )}
          <section className="panel" aria-labelledby="portal-facts">
            <h2 id="portal-facts">{t('portal.facts')}</h2>
            <RegistrationFacts of={view.institution} />
          </section>
        </div>
      )}
    </Page>
  );
}
