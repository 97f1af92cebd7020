import type { AgendaItemView } from '@lianban/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useSettleAgendaItem } from '../api/orders.js';

/** What the meeting resolved. */
export function SettleDialog({
  item,
  onClose,
}: {
  readonly item: AgendaItemView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const id = useId();
  const [resolution, setResolution] = useState('');
  const [isChecked, setChecked] = useState(false);
  const settle = useSettleAgendaItem(item.id);
  const name = t('orders.agenda.settle');
  const lacks = isChecked && resolution.trim() === '';
  const send = (): void => {
    setChecked(true);
    if (resolution.trim() === '' || settle.isPending) return;
    settle.mutate(
      { resolution: resolution.trim() },
      {
        onSuccess: () => {
          void message.success(t('acts.done', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={560}
      maskClosable={false}
      title={`${name} · ${item.case.no}`}
      okText={t('acts.confirm', { name })}
      cancelText={t('app.cancel')}
      confirmLoading={settle.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{item.subject}</p>
        <p>{t('orders.agenda.consequence')}</p>
        <Form.Item
          label={t('orders.agenda.resolution')}
          htmlFor={id}
          required
          {...(lacks ? { validateStatus: 'error' as const, help: t('orders.needed') } : {})}
        >
          <Input.TextArea
            id={id}
            maxLength={2000}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={resolution}
            aria-invalid={lacks}
            onChange={({ target }) => setResolution(target.value)}
          />
        </Form.Item>
        {settle.error !== null && <ProblemAlert error={settle.error} />}
      </Form>
    </Modal>
  );
}
