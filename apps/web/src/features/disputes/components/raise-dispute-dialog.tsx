import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { useDirectory } from '../../acts/api/directory.js';
import { DisputeDialog } from './dispute-dialog.js';

interface RaiseDisputeDialogProps {
  readonly taskId: string;
  readonly subject: string;
  readonly onClose: () => void;
}

/** 管辖争议: the task is another office's. */
export function RaiseDisputeDialog({ taskId, subject, onClose }: RaiseDisputeDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const officeId = useId();
  const [office, setOffice] = useState<string>();
  const [q, setQ] = useState('');
  const { data: found = [], isFetching } = useDirectory(q);
  return (
    <DisputeDialog
      name={t('acts.dispute.name')}
      subject={subject}
      consequence={t('acts.dispute.lead')}
      path={`/tasks/${taskId}/dispute`}
      office={office}
      words="reason"
      onClose={onClose}
    >
      {(isChecked) => (
        <Form.Item
          label={t('acts.dispute.office')}
          htmlFor={officeId}
          required
          {...(isChecked && office === undefined
            ? { validateStatus: 'error' as const, help: t('acts.dispute.officeNeeded') }
            : {})}
        >
          <Select
            id={officeId}
            value={office ?? null}
            onChange={(next: string) => setOffice(next)}
            showSearch={{ filterOption: false, onSearch: setQ }}
            loading={isFetching}
            notFoundContent={isFetching ? null : t('acts.dispute.noOffice')}
            options={found
              .filter(({ kind }) => kind === 'office')
              .map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Form.Item>
      )}
    </DisputeDialog>
  );
}
