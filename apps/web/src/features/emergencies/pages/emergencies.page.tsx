import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEmergencies } from '../api/emergencies.js';
import { EmergencyList } from '../components/emergency-list.js';
import { EnterForm } from '../components/enter-form.js';
import '../emergencies.css';

/** 台风、停航: which places stand still, since when, on whose order; and to enter or lift one. */
export default function EmergenciesPage() {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEmergencies();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const places = data?.pages[0]?.places ?? [];
  return (
    <Page title={t('emergencies.title')} lead={t('emergencies.lead')}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={8} />}
      {places.length > 0 && <EnterForm places={places} />}
      {data !== undefined && (
        <section className="panel stack" aria-labelledby="emergency-list">
          <h2 id="emergency-list">{t('emergencies.list')}</h2>
          {items.length === 0 ? (
            <p className="quiet">{t('emergencies.none')}</p>
          ) : (
            <EmergencyList items={items} />
          )}
          {hasNextPage && (
            <div className="more">
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('emergencies.more')}
              </Button>
            </div>
          )}
        </section>
      )}
    </Page>
  );
}
