import type { OrderRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';
import { OrderState } from './order-state.js';

interface OrderTableProps {
  readonly orders: readonly OrderRow[];
  readonly label: string;
  /** Their case is on the page already. */
  readonly ofOneCase?: boolean;
}

export function OrderTable({ orders, label, ofOneCase = false }: OrderTableProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  return (
    <RecordTable
      label={label}
      records={orders}
      idOf={({ id }) => id}
      columns={[
        {
          heading: t('orders.column.paper'),
          cell: ({ id, kind, number, subject }) => (
            <>
              <Link to={`/orders/${id}`}>{subject}</Link>
              <br />
              <span className="quiet">
                {t(`orders.kind.${kind}`)} · {number ?? t('orders.noNumber')}
              </span>
            </>
          ),
        },
        ...(ofOneCase
          ? []
          : [
              {
                heading: t('orders.column.case'),
                cell: ({ case: { id, no, title } }: OrderRow) => (
                  <>
                    <Link to={`/cases/${id}`} className="num">
                      {no}
                    </Link>
                    <br />
                    <span className="quiet">{title}</span>
                  </>
                ),
              },
            ]),
        {
          heading: t('orders.column.unit'),
          cell: ({ office, viaConvenor }) => (
            <>
              {text(office.name)}
              {viaConvenor && <div className="quiet">{t('orders.viaConvenor')}</div>}
            </>
          ),
        },
        { heading: t('orders.column.state'), cell: (order) => <OrderState of={order} /> },
        {
          heading: t('orders.column.since'),
          cell: ({ stateSince }) => <span className="num">{dateTime(stateSince)}</span>,
        },
      ]}
    />
  );
}
