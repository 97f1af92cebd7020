import { App, Form, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDisputeAct } from '../api/disputes.js';

interface DisputeDialogProps {
  readonly name: string;
  readonly subject: string;
  /** What it will do; said before anything is sent. */
  readonly consequence: string;
  readonly path: string;
  /** The office chosen so far. */
  readonly office: string | undefined;
  /** What the words are kept as: reason of who raises it, decision of who designates. */
  readonly words: 'reason' | 'decision';
  readonly children: (isChecked: boolean) => ReactNode;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** An office and words, for both acts on a dispute. */
export function DisputeDialog(props: DisputeDialogProps) {
  const { name, subject, consequence, path, office, words, children, onClose, onDone } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const wordsId = useId();
  const [said, setSaid] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useDisputeAct(path);
  const lacksWords = isChecked && said.trim() === '';
  const send = (): void => {
    setChecked(true);
    if (office === undefined || said.trim() === '' || act.isPending) return;
    act.mutate(
      { office, [words]: said.trim() },
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
      title={`${name} · ${subject}`}
      maskClosable={false}
      okText={t('acts.confirm', { name })}
      cancelText={t('app.cancel')}
      confirmLoading={act.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{consequence}</p>
        {children(isChecked)}
        <Form.Item
          label={t(`acts.dispute.${words}`)}
          htmlFor={wordsId}
          required
          extra={t('acts.reasonHint')}
          {...(lacksWords ? { validateStatus: 'error' as const, help: t('acts.reasonNeeded') } : {})}
        >
          <Input.TextArea
            id={wordsId}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={said}
            aria-invalid={lacksWords}
            onChange={({ target }) => setSaid(target.value)}
          />
        </Form.Item>
        {act.error !== null && <ProblemAlert error={act.error} />}
      </Form>
    </Modal>
  );
}
