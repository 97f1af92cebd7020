import type { OrderDetail } from '@lianban/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActModal } from '../../../ui/act-modal.js';
import { useOrderAct } from '../api/orders.js';
import { type ActFields, emptyFields, fieldsOf, lacking, requestOf } from '../act-fields.js';
import { OrderActFields } from './order-act-fields.js';

interface OrderActDialogProps {
  readonly order: OrderDetail;
  readonly act: OrderDetail['acts'][number];
  readonly onClose: () => void;
}

/** Says what the act does before anything is sent, and asks for what belongs to it. */
export function OrderActDialog({ order, act, onClose }: OrderActDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const [fields, setFields] = useState<ActFields>(emptyFields);
  const lacks = lacking(act, fields);
  return (
    <ActModal
      name={t(`orders.act.${act}`)}
      subject={order.number ?? order.subject}
      request={lacks.length > 0 ? undefined : requestOf(act, fields)}
      act={useOrderAct(order)}
      onClose={onClose}
    >
      {(isChecked) => (
        <>
          <p>
            {t(`orders.consequence.${act}`, {
              office: text(order.office.name),
              issuer: text(order.issuingOffice.name),
              count: order.answerWithin ?? 0,
            })}
          </p>
          {fieldsOf(act).length > 0 && (
            <OrderActFields
              act={act}
              fields={fields}
              lacks={isChecked ? lacks : []}
              onChange={(next) => setFields({ ...fields, ...next })}
            />
          )}
        </>
      )}
    </ActModal>
  );
}
