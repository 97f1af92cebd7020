import type { HandedOver } from '@lianban/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useSendBack } from '../api/team.js';

interface SendBackDialogProps {
  readonly handover: Pick<HandedOver, 'id' | 'from'>;
  readonly subject: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** 退件 */
export function SendBackDialog({ handover, subject, onClose, onDone }: SendBackDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const wordsId = useId();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useSendBack(handover.id);
  const isEmpty = reason.trim() === '';
  const name = t('acts.sendBack.name');
  const send = (): void => {
    setChecked(true);
    if (isEmpty || act.isPending) return;
    act.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('acts.done', { name }));
          onClose();
          onDone?.();
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
      title={`${name} · ${subject}`}
      okText={t('acts.confirm', { name })}
      cancelText={t('app.cancel')}
      confirmLoading={act.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t('acts.sendBack.lead', { from: text(handover.from) })}</p>
        <Form.Item
          label={t('acts.reason')}
          htmlFor={wordsId}
          required
          {...(isChecked && isEmpty
            ? { validateStatus: 'error' as const, help: t('acts.reasonNeeded') }
            : {})}
        >
          <Input.TextArea
            id={wordsId}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={reason}
            aria-invalid={isChecked && isEmpty}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {act.error !== null && <ProblemAlert error={act.error} />}
      </Form>
    </Modal>
  );
}
