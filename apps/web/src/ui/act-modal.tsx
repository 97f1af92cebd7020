import { App, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.js';

interface ActModalProps<Request> {
  /** The act in a word or two: title, button, and what is said when it is done. */
  readonly name: string;
  readonly subject: string;
  /** What the fields say so far; undefined while something is missing. */
  readonly request: Request | undefined;
  readonly act: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly mutate: (request: Request, options: { readonly onSuccess: () => void }) => void;
  };
  /** What the act will do, and its fields; they are told once somebody tried to send them. */
  readonly children: (isChecked: boolean) => ReactNode;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** One act of consequence: says what it will do, asks for what belongs to it, sends it, and says that it is done. */
export function ActModal<Request>(props: ActModalProps<Request>) {
  const { name, subject, request, act, children, onClose, onDone } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isChecked, setChecked] = useState(false);
  const send = (): void => {
    setChecked(true);
    if (request === undefined || act.isPending) return;
    act.mutate(request, {
      onSuccess: () => {
        void message.success(t('acts.done', { name }));
        onClose();
        onDone?.();
      },
    });
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
        {children(isChecked)}
        {act.error !== null && <ProblemAlert error={act.error} />}
      </Form>
    </Modal>
  );
}
