import type { OrderDetail } from '@lianban/contracts';
import { App, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
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
  const { message } = App.useApp();
  const [fields, setFields] = useState<ActFields>(emptyFields);
  const [isChecked, setChecked] = useState(false);
  const send = useOrderAct(order);
  const name = t(`orders.act.${act}`);
  const lacks = lacking(act, fields);
  const confirm = (): void => {
    setChecked(true);
    if (lacks.length > 0 || send.isPending) return;
    send.mutate(requestOf(act, fields), {
      onSuccess: () => {
        void message.success(t('acts.done', { name }));
        onClose();
      },
    });
  };
  return (
    <Modal
      open
      centered
      width={560}
      maskClosable={false}
      title={`${name} · ${order.number ?? order.subject}`}
      okText={t('acts.confirm', { name })}
      cancelText={t('app.cancel')}
      confirmLoading={send.isPending}
      onOk={confirm}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
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
        {send.error !== null && <ProblemAlert error={send.error} />}
      </Form>
    </Modal>
  );
}
