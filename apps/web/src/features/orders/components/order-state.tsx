import type { OrderRow } from '@lianban/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueChip } from '../../../ui/due-chip.js';

const AWAITING: readonly OrderRow['state'][] = ['served', 'acknowledged', 'sent-back'];

/** Where it stands, and until when an answer is owed. */
export function OrderState({ of }: { readonly of: OrderRow }) {
  const { t } = useTranslation();
  const { state, dueAt, overdueAt } = of;
  return (
    <span className="order-state">
      <Tag>{t(`orders.state.${state}`)}</Tag>
      {dueAt !== undefined && AWAITING.includes(state) && (
        <DueChip of={{ dueAt, mark: overdueAt === undefined ? 'none' : 'overdue' }} />
      )}
    </span>
  );
}
