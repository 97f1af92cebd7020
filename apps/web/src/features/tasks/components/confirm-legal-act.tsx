import type { CompletionPreview, TaskOutcomeView } from '@lianban/contracts';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { Consequences } from '../../acts/components/consequences.js';

interface ConfirmLegalActProps {
  readonly outcome: TaskOutcomeView;
  readonly stepName: string;
  readonly preview: CompletionPreview;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The consequence first; looking again is what Enter and Escape do. */
export function ConfirmLegalAct(props: ConfirmLegalActProps) {
  const { t } = useTranslation();
  const text = useText2();
  const outcome = text(props.outcome.name);
  return (
    <Modal
      open
      title={t('tasks.confirm.title', { outcome })}
      okText={t('tasks.confirm.ok', { outcome })}
      cancelText={t('tasks.confirm.cancel')}
      confirmLoading={props.isPending}
      cancelButtonProps={{ autoFocus: true }}
      maskClosable={false}
      onOk={props.onConfirm}
      onCancel={props.onCancel}
    >
      <p>{t('tasks.confirm.lead')}</p>
      <Consequences of={props.preview} closes={props.stepName} />
    </Modal>
  );
}
