import type { OrderDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useOrder } from '../api/orders.js';
import { OrderActs } from '../components/order-acts.js';
import { OrderPaper } from '../components/order-paper.js';
import { OrderStages } from '../components/order-stages.js';
import { OrderState } from '../components/order-state.js';
import { OrderSteps } from '../components/order-steps.js';
import '../components/orders.css';

export default function OrderPage() {
  const { t } = useTranslation();
  const { orderId = '' } = useParams();
  const { data: order, error, refetch } = useOrder(orderId);
  if (order !== undefined) return <Order order={order} />;
  return (
    <Page title={t('orders.title')} lead={<Link to="/orders">{t('orders.back')}</Link>}>
      {error === null ? <Loading rows={12} /> : <ProblemAlert error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

function Order({ order }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const { case: about, kind, number, documentId, documentReady } = order;
  return (
    <Page
      title={order.subject}
      lead={
        <>
          {t(`orders.kind.${kind}`)} · <span className="num">{number ?? t('orders.noNumber')}</span> ·{' '}
          {text(order.office.name)} · <Link to={`/cases/${about.id}`}>{about.no}</Link> {about.title}
        </>
      }
      actions={<Link to="/orders">{t('orders.back')}</Link>}
    >
      <section className="panel stack" aria-label={t('orders.life')}>
        <OrderStages order={order} />
        <OrderState of={order} />
        <OrderActs order={order} />
      </section>
      <div className="order-parts">
        <section className="panel" aria-labelledby="order-words">
          <h2 id="order-words">{t('orders.words')}</h2>
          <OrderPaper order={order} />
          {documentId !== undefined && (
            <p className="row">
              {documentReady ? (
                <>
                  <a href={`/api/documents/${documentId}.pdf`} target="_blank" rel="noreferrer">
                    {t('orders.pdf')}
                  </a>
                  {kind !== 'reminder-letter' && (
                    <a href={`/api/documents/${documentId}.docx`}>{t('orders.docx')}</a>
                  )}
                </>
              ) : (
                <span role="status">{t('orders.rendering')}</span>
              )}
            </p>
          )}
        </section>
        <section className="panel" aria-labelledby="order-history">
          <h2 id="order-history">{t('orders.history')}</h2>
          <OrderSteps steps={order.steps} />
        </section>
      </div>
    </Page>
  );
}
