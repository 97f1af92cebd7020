import type { TaskDetail } from '@lianban/contracts';
import { Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActDialog } from './act-dialog.js';

/** 加签: one more signer of a step that several sign. */
export function AddSignerDialog({
  task,
  onClose,
}: {
  readonly task: TaskDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const text = useText2();
  const signerId = useId();
  const [signer, setSigner] = useState('');
  return (
    <ActDialog
      name={t('acts.addSigner.name')}
      subject={text(task.name)}
      lead={t('acts.addSigner.lead')}
      path={`/tasks/${task.id}/add-signer`}
      caseId={task.caseId}
      body={signer.trim() === '' ? undefined : { signer: signer.trim() }}
      onClose={onClose}
    >
      {(isChecked) => (
        <Form.Item
          label={t('acts.addSigner.signer')}
          htmlFor={signerId}
          required
          extra={t('acts.addSigner.hint')}
          {...(isChecked && signer.trim() === ''
            ? { validateStatus: 'error' as const, help: t('acts.addSigner.needed') }
            : {})}
        >
          <Input
            id={signerId}
            value={signer}
            maxLength={200}
            onChange={({ target }) => setSigner(target.value)}
          />
        </Form.Item>
      )}
    </ActDialog>
  );
}
