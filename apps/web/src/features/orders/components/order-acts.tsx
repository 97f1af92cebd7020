import type { OrderDetail } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { OrderActDialog } from './order-act-dialog.js';

type Act = OrderDetail['acts'][number];

/** What goes on with it; the rest is undone or sent back. */
const FORWARD: ReadonlySet<Act> = new Set([
  'issue',
  'serve',
  'acknowledge',
  'answer',
  'accept',
  'strike-off',
]);

/** Whose turn it is, and what the reader may do. */
export function OrderActs({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const [acting, setActing] = useState<Act>();
  const acts = order.acts.toSorted((a, b) => Number(FORWARD.has(b)) - Number(FORWARD.has(a)));
  return (
    <>
      <p>
        {t(
          `orders.next.${order.kind === 'criticism' && order.state === 'acknowledged' ? 'accepted' : order.state}`,
          {
            office: text(order.office.name),
            issuer: text(order.issuingOffice.name),
          },
        )}
        {order.state === 'drafted' && order.viaConvenor && ` ${t('orders.viaConvenorNext')}`}
      </p>
      {acts.length > 0 && (
        <div className="row order-acts" role="group" aria-label={t('orders.acts')}>
          {acts.map((act) => (
            <Button key={act} type={FORWARD.has(act) ? 'primary' : 'default'} onClick={() => setActing(act)}>
              {t(`orders.act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {acting !== undefined && (
        <OrderActDialog order={order} act={acting} onClose={() => setActing(undefined)} />
      )}
    </>
  );
}
