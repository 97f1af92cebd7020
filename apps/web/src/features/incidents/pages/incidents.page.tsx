import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHasRole } from '../../../app/session.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useIncidents } from '../api/incidents.js';
import { OpenIncident } from '../components/open-incident.js';
import { SettledIncidents } from '../components/settled-incidents.js';
import '../incidents.css';

export default function IncidentsPage() {
  const { t } = useTranslation();
  const mayResolve = useHasRole('admin');
  const { data, error, refetch } = useIncidents();
  const open = data?.filter(({ resolvedAt }) => resolvedAt === undefined) ?? [];
  const settled = data?.filter(({ resolvedAt }) => resolvedAt !== undefined) ?? [];
  return (
    <Page
      title={t('incidents.title')}
      lead={t(mayResolve ? 'incidents.lead' : 'incidents.leadSupervisor')}
      actions={mayResolve && <Link to="/incidents/deliveries">{t('incidents.deliveries')}</Link>}
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <>
          <section className="panel">
            <h2>{t('incidents.open', { count: open.length })}</h2>
            {open.length === 0 ? (
              <Blank title={t('incidents.none')}>{t('incidents.noneNext')}</Blank>
            ) : (
              <ul className="incidents">
                {open.map((incident) => (
                  <OpenIncident key={incident.id} incident={incident} mayResolve={mayResolve} />
                ))}
              </ul>
            )}
          </section>
          {settled.length > 0 && (
            <section className="panel">
              <h2>{t('incidents.settled')}</h2>
              <SettledIncidents incidents={settled} />
            </section>
          )}
        </>
      )}
    </Page>
  );
}
