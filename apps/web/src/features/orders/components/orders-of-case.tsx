import { useTranslation } from 'react-i18next';
import { useOrders } from '../api/orders.js';
import { OrderTable } from './order-table.js';
import './orders.css';

/** Papers about one case, open ones first; nothing is shown where there are none. */
export default function OrdersOfCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data: open } = useOrders('open', caseId);
  const { data: closed } = useOrders('closed', caseId);
  const orders = [open, closed].flatMap((found) => found?.pages.flatMap(({ items }) => items) ?? []);
  if (orders.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="orders-of-case">
      <h2 id="orders-of-case">{t('orders.ofCase', { count: orders.length })}</h2>
      <OrderTable orders={orders} label={t('orders.title')} ofOneCase />
    </section>
  );
}
