import { Alert, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../app/business-clock.js';
import { dayKey } from '../../../ui/instants.js';

const DAY_MS = 86_400_000;

interface PublishDialogProps {
  readonly code: string;
  readonly isPending: boolean;
  readonly onPublish: (effectiveFrom: string, reason: string) => void;
  readonly onClose: () => void;
}

export function PublishDialog({ code, isPending, onPublish, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [dateId, reasonId] = [useId(), useId()];
  const tomorrow = dayKey(new Date(now.getTime() + DAY_MS));
  const [day, setDay] = useState(tomorrow);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  const send = (): void => {
    setTried(true);
    if (!isMissing && day !== '') onPublish(`${day}T00:00:00+08:00`, reason.trim());
  };
  return (
    <Modal
      open
      title={t('ladders.publish.title', { code })}
      okText={t('ladders.publish.now')}
      cancelText={t('ladders.publish.cancel')}
      confirmLoading={isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Alert type="info" showIcon title={t('ladders.publish.consequence')} />
        <Form.Item label={t('ladders.publish.from')} htmlFor={dateId} required>
          <Input
            id={dateId}
            type="date"
            min={tomorrow}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t('ladders.publish.reason')}
          htmlFor={reasonId}
          required
          {...(wasTried && isMissing
            ? { validateStatus: 'error' as const, help: t('ladders.publish.reasonMissing') }
            : {})}
        >
          <Input.TextArea
            id={reasonId}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
