import type { LadderView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type RecordColumn, RecordTable } from '../../../ui/record-table.js';
import { useLadders } from '../api/ladders.js';
import { WatchLine } from '../components/watch-line.js';
import '../ladders.css';

export default function LaddersPage() {
  const { t } = useTranslation();
  const isAdmin = useSession().session?.roles.includes('admin') === true;
  const { data, error, refetch } = useLadders();
  return (
    <Page
      title={t('ladders.title')}
      lead={t('ladders.lead')}
      actions={isAdmin && <Link to="/templates">{t('ladders.templates')}</Link>}
    >
      <div className="stack">
        <WatchLine />
        <section className="panel" aria-label={t('ladders.list')}>
          {data !== undefined && <LadderTable ladders={data} />}
          {data === undefined &&
            (error === null ? (
              <Loading rows={6} />
            ) : (
              <ProblemAlert error={error} onRetry={() => void refetch()} />
            ))}
        </section>
      </div>
    </Page>
  );
}

function LadderTable({ ladders }: { readonly ladders: readonly LadderView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { date } = useDates();
  const columns: readonly RecordColumn<LadderView>[] = [
    {
      heading: t('ladders.ladder'),
      cell: ({ code, versions, draft }) => (
        <Link to={`/ladders/${code}`}>
          {code} {text(versions[0]?.content.name ?? draft?.content.name)}
        </Link>
      ),
    },
    {
      heading: t('ladders.serves'),
      cell: ({ versions, draft }) =>
        t(`ladders.use.${versions[0]?.content.serves ?? draft?.content.serves ?? ''}`),
    },
    {
      heading: t('ladders.inForce'),
      cell: ({ versions }) => {
        const current = versions.find(({ inForce }) => inForce);
        return current && t('ladders.version', { no: current.version });
      },
    },
    {
      heading: t('ladders.next'),
      cell: ({ versions, draft }) => {
        const [newest] = versions;
        const coming =
          newest !== undefined && !newest.inForce && newest.effectiveFrom !== undefined
            ? [t('ladders.coming', { no: newest.version, at: date(newest.effectiveFrom) })]
            : [];
        const drafted = draft
          ? [t('ladders.draftBy', { who: text(draft.savedBy), at: date(draft.savedAt) })]
          : [];
        return [...coming, ...drafted].map((line) => <div key={line}>{line}</div>);
      },
    },
    {
      heading: t('ladders.rungs'),
      className: 'right',
      cell: ({ versions }) => versions.find(({ inForce }) => inForce)?.content.rungs.length,
    },
  ];
  return (
    <RecordTable label={t('ladders.list')} columns={columns} records={ladders} idOf={({ code }) => code} />
  );
}
