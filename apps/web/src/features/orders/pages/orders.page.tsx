import type { OrderList } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useHasRole } from '../../../app/session.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useOrderCounts, useOrders } from '../api/orders.js';
import { OrderTable } from '../components/order-table.js';
import '../components/orders.css';

/** What an overseer works through, and what a unit has to answer. */
const LISTS: Readonly<Record<'overseer' | 'unit', readonly OrderList[]>> = {
  overseer: ['to-issue', 'to-serve', 'unanswered', 'to-review', 'closed'],
  unit: ['unanswered', 'to-review', 'closed'],
};

export default function OrdersPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const oversees = useHasRole('supervisor', 'admin');
  const side = oversees ? 'overseer' : 'unit';
  const { data: counts } = useOrderCounts();
  const lists = LISTS[side];
  const list = lists.find((one) => one === search.get('list')) ?? lists[0] ?? 'unanswered';
  return (
    <Page
      title={t('orders.title')}
      lead={t(`orders.lead.${side}`)}
      actions={oversees && <Link to="/orders/agenda">{t('orders.agenda.title')}</Link>}
    >
      <nav className="order-lists" aria-label={t('orders.lists')}>
        {lists.map((one) => (
          <Link key={one} to={`/orders?list=${one}`} aria-current={one === list ? 'page' : undefined}>
            {t(`orders.list.${side}.${one}`)}
            {counts !== undefined && <span className="order-count">{countText(counts[one])}</span>}
          </Link>
        ))}
      </nav>
      <Orders key={list} list={list} side={side} />
    </Page>
  );
}

/** The server counts no further. */
const countText = (count: number): string => (count >= 1000 ? '999+' : String(count));

function Orders({ list, side }: { readonly list: OrderList; readonly side: 'overseer' | 'unit' }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOrders(list);
  const orders = data?.pages.flatMap(({ items }) => items);
  return (
    <section className="panel">
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {orders === undefined && error === null && <Loading rows={8} />}
      {orders?.length === 0 && (
        <Blank title={t('orders.none', { list: t(`orders.list.${side}.${list}`) })}>
          <p>{t(`orders.noneNext.${side}`)}</p>
        </Blank>
      )}
      {orders !== undefined && orders.length > 0 && (
        <OrderTable orders={orders} label={t(`orders.list.${side}.${list}`)} />
      )}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('app.loadMore')}
          </Button>
        </div>
      )}
    </section>
  );
}
