import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Page } from '../../../ui/page.js';
import type { EventAddress } from '../api/intake.js';
import { EventDrawer } from '../components/event-drawer.js';
import { EventList } from '../components/event-list.js';
import { RefusalList } from '../components/refusal-list.js';

const tabs = ['unmatched', 'all', 'refused'] as const;
type Tab = (typeof tabs)[number];

export default function IntakePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'unmatched' } = useParams();
  const active: Tab = tabs.find((each) => each === tab) ?? 'unmatched';
  const [search, setSearch] = useSearchParams();
  const [source, id] = [search.get('source'), search.get('id')];
  const selected: EventAddress | undefined = source === null || id === null ? undefined : { source, id };
  const select = ({ source: of, id: one }: EventAddress): void => setSearch({ source: of, id: one });
  return (
    <Page title={t('intake.title')} lead={t('intake.lead')}>
      <section className="panel">
        <Tabs
          activeKey={active}
          onChange={(key) => void navigate(`/intake/${key}`)}
          items={tabs.map((key) => ({ key, label: t(`intake.tab.${key}`) }))}
        />
        {active === 'refused' ? (
          <RefusalList />
        ) : (
          <EventList
            key={active}
            {...(active === 'unmatched' ? { state: active } : {})}
            selected={selected}
            onSelect={select}
          />
        )}
      </section>
      {selected !== undefined && <EventDrawer address={selected} onClose={() => setSearch({})} />}
    </Page>
  );
}
