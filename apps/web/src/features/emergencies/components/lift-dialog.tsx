import type { EmergencyView } from '@lianban/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useLiftEmergency } from '../api/emergencies.js';

/** Ends an emergency now, on a stated ground. */
export function LiftDialog({ of, onClose }: { readonly of: EmergencyView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const lift = useLiftEmergency(of.id);
  const lacksReason = isChecked && reason.trim() === '';
  const submit = (): void => {
    setChecked(true);
    if (reason.trim() === '') return;
    lift.mutate(reason.trim(), {
      onSuccess: () => {
        void message.success(t('emergencies.lifted'));
        onClose();
      },
    });
  };
  return (
    <Modal
      open
      centered
      maskClosable={false}
      title={t('emergencies.liftTitle', { document: of.document })}
      okText={t('emergencies.lift')}
      cancelText={t('app.cancel')}
      confirmLoading={lift.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t(of.state === 'planned' ? 'emergencies.liftPlanned' : 'emergencies.liftLead')}</p>
        <Form.Item
          label={t('emergencies.liftReason')}
          htmlFor={reasonId}
          required
          {...(lacksReason ? { validateStatus: 'error' as const, help: t('emergencies.needed') } : {})}
        >
          <Input.TextArea
            id={reasonId}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            aria-invalid={lacksReason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {lift.error !== null && <ProblemAlert error={lift.error} />}
      </Form>
    </Modal>
  );
}
