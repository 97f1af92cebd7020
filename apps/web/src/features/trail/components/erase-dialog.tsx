import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useErase } from '../api/trail.js';

interface EraseDialogProps {
  readonly entryId: string;
  readonly onClose: () => void;
}

/** What goes for good and what stays, then the ground that is sealed in its place. */
export function EraseDialog({ entryId, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const erase = useErase();
  const [ground, setGround] = useState('');
  const [wasTried, setTried] = useState(false);
  const isMissing = ground.trim() === '';
  const send = (): void => {
    setTried(true);
    if (isMissing) return;
    erase.mutate(
      { entries: [entryId], ground: ground.trim() },
      {
        onSuccess: () => {
          void message.success(t('trail.erased'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('trail.erase')}
      okText={t('trail.eraseNow')}
      okButtonProps={{ danger: true }}
      cancelText={t('app.cancel')}
      confirmLoading={erase.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t('trail.eraseConsequence')}</p>
        {erase.error !== null && <ProblemAlert error={erase.error} />}
        <Form.Item
          label={t('trail.ground')}
          htmlFor="trail-ground"
          required
          {...(wasTried && isMissing
            ? { validateStatus: 'error' as const, help: t('trail.groundNeeded') }
            : {})}
        >
          <Input.TextArea
            id="trail-ground"
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={ground}
            onChange={({ target }) => setGround(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
