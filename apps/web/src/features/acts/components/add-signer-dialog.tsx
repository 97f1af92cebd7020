import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { useDirectory } from '../api/directory.js';
import { ActDialog } from './act-dialog.js';

interface AddSignerDialogProps {
  /** Any open task of the round. */
  readonly taskId: string;
  readonly caseId: string;
  readonly subject: string;
  readonly onClose: () => void;
}

/** 加签: one more signer of a step that several sign, found by name. */
export function AddSignerDialog({ taskId, caseId, subject, onClose }: AddSignerDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const signerId = useId();
  const [signer, setSigner] = useState<string>();
  const [q, setQ] = useState('');
  const { data: found = [], isFetching } = useDirectory(q);
  return (
    <ActDialog
      name={t('acts.addSigner.name')}
      subject={subject}
      lead={t('acts.addSigner.lead')}
      path={`/tasks/${taskId}/add-signer`}
      caseId={caseId}
      body={signer === undefined ? undefined : { signer }}
      onClose={onClose}
    >
      {(isChecked) => (
        <Form.Item
          label={t('acts.addSigner.signer')}
          htmlFor={signerId}
          required
          extra={t('acts.addSigner.hint')}
          {...(isChecked && signer === undefined
            ? { validateStatus: 'error' as const, help: t('acts.addSigner.needed') }
            : {})}
        >
          <Select
            id={signerId}
            value={signer ?? null}
            onChange={(next: string) => setSigner(next)}
            showSearch={{ filterOption: false, onSearch: setQ }}
            loading={isFetching}
            notFoundContent={isFetching ? null : t('acts.addSigner.nobody')}
            options={found.map(({ kind, id, name, office, district }) => ({
              value: id,
              label: kind === 'person' ? `${text(name)} · ${text(office)}` : text(name),
              district: text(district),
            }))}
            optionRender={({ label, data }) => (
              <>
                {label} <span className="quiet">{data.district}</span>
              </>
            )}
          />
        </Form.Item>
      )}
    </ActDialog>
  );
}
