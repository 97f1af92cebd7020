import type { ActDone } from '@lianban/contracts';
import { App, Button, Form, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useAct, usePreviewAct } from '../api/acts.js';
import './acts.css';

export interface ActDialogProps {
  /** The act in a word or two: title, button, and what is said when it is done. */
  readonly name: string;
  readonly subject: string;
  readonly lead: string;
  /** Where the act is posted; `/preview` behind it tells what it would do. */
  readonly path: string;
  readonly caseId: string;
  /** What the fields say so far; undefined while something is missing. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The fields of this act, above the reason; they are told when something is missing. */
  readonly children?: (isChecked: boolean) => ReactNode;
  readonly onClose: () => void;
  readonly onDone?: (done: ActDone) => void;
}

interface SeenActDialogProps<Seen> extends ActDialogProps {
  readonly tell: (would: Seen) => ReactNode;
  /** What was seen may forbid the act. */
  readonly allows?: (would: Seen) => boolean;
  readonly onSeen?: (would: Seen) => void;
}

/**
 * One act on a case: what and why, then what it will do, then the act. Whatever changes in between makes it look again,
 * so that nobody confirms what they have not read.
 */
export function SeenActDialog<Seen>(props: SeenActDialogProps<Seen>) {
  const { name, subject, lead, path, caseId, body, children, tell, allows, onSeen, onClose, onDone } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [seen, setSeen] = useState<{ readonly for: string; readonly would: Seen }>();
  const preview = usePreviewAct<Seen>(path);
  const act = useAct(path, caseId);

  const whole = body === undefined || reason.trim() === '' ? undefined : { ...body, reason: reason.trim() };
  const fingerprint = JSON.stringify(whole);
  const would = seen !== undefined && seen.for === fingerprint ? seen.would : undefined;

  const isAllowed = would !== undefined && (allows?.(would) ?? true);
  const look = (): void => {
    setChecked(true);
    if (whole === undefined) return;
    act.reset();
    preview.mutate(whole, {
      onSuccess: (answer) => {
        setSeen({ for: fingerprint, would: answer });
        onSeen?.(answer);
      },
    });
  };
  const doIt = (): void => {
    if (whole === undefined || act.isPending) return;
    act.mutate(whole, {
      onSuccess: (done) => {
        void message.success(t('acts.done', { name }));
        onClose();
        onDone?.(done);
      },
      // What was shown is not what would happen any more.
      onError: () => setSeen(undefined),
    });
  };
  const lacksReason = isChecked && reason.trim() === '';
  const error = act.error ?? preview.error;
  return (
    <Modal
      open
      width={600}
      centered
      className="act-dialog"
      title={`${name} · ${subject}`}
      maskClosable={false}
      onCancel={onClose}
      footer={
        <div className="row act-dialog-buttons">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type={isAllowed ? 'default' : 'primary'} loading={preview.isPending} onClick={look}>
            {t('acts.look')}
          </Button>
          <Button type="primary" disabled={!isAllowed} loading={act.isPending} onClick={doIt}>
            {t('acts.confirm', { name })}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{lead}</p>
        {children?.(isChecked)}
        <Form.Item
          label={t('acts.reason')}
          htmlFor={reasonId}
          required
          extra={t('acts.reasonHint')}
          {...(lacksReason ? { validateStatus: 'error' as const, help: t('acts.reasonNeeded') } : {})}
        >
          <Input.TextArea
            id={reasonId}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            aria-invalid={lacksReason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {error !== null && <ProblemAlert error={error} />}
        <div role="status" aria-live="polite">
          {would !== undefined && tell(would)}
        </div>
      </Form>
    </Modal>
  );
}
