import type { DisputeView } from '@lianban/contracts';
import { Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { DisputeDialog } from './dispute-dialog.js';

interface DesignateDialogProps {
  readonly dispute: DisputeView;
  readonly onClose: () => void;
}

/** 指定管辖: one of the two. */
export function DesignateDialog({ dispute, onClose }: DesignateDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const [office, setOffice] = useState<string>();
  const parties = [dispute.raisingOffice, dispute.otherOffice];
  return (
    <DisputeDialog
      name={t('acts.designate.name')}
      subject={text(dispute.step)}
      consequence={t('acts.designate.lead')}
      path={`/disputes/${dispute.id}/designate`}
      office={office}
      words="decision"
      onClose={onClose}
    >
      {(isChecked) => (
        <Form.Item
          label={t('acts.designate.office')}
          required
          {...(isChecked && office === undefined
            ? { validateStatus: 'error' as const, help: t('acts.dispute.officeNeeded') }
            : {})}
        >
          <Radio.Group
            aria-label={t('acts.designate.office')}
            value={office}
            onChange={({ target }) => setOffice(String(target.value))}
            options={parties.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Form.Item>
      )}
    </DisputeDialog>
  );
}
