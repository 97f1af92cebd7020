import type { CaseDetail, ClockView, ExtensionOffer } from '@lianban/contracts';
import { Form, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActDialog } from '../../acts/components/act-dialog.js';
import { DocumentField } from './document-field.js';

interface ExtendDialogProps {
  readonly file: CaseDetail;
  readonly clock: ClockView;
  readonly rule: ExtensionOffer;
  readonly onClose: () => void;
}

/** 延期: by how much, on which paper, and what moves. */
export function ExtendDialog({ file, clock, rule, onClose }: ExtendDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const amountId = useId();
  const [amount, setAmount] = useState<number | null>(null);
  const [document, setDocument] = useState('');
  const most = t(`clocks.units.${rule.unit}`, { count: rule.most });
  const body = amount === null ? undefined : { amount, ...(document === '' ? {} : { document }) };
  return (
    <ActDialog
      name={t('clocks.extend.name')}
      subject={`${file.caseNo} ${text(clock.name)}`}
      lead={t('clocks.extend.lead', { basis: rule.basis, most })}
      path={`/cases/${file.id}/clocks/${clock.id}/extend`}
      caseId={file.id}
      body={body}
      onClose={onClose}
    >
      {(isChecked) => (
        <>
          <Form.Item
            label={t('clocks.extend.amount', { unit: t(`clocks.unit.${rule.unit}`) })}
            htmlFor={amountId}
            required
            {...(isChecked && amount === null
              ? { validateStatus: 'error' as const, help: t('clocks.extend.amountNeeded', { most }) }
              : {})}
          >
            <InputNumber
              id={amountId}
              min={1}
              max={rule.most}
              precision={0}
              value={amount}
              onChange={setAmount}
            />
          </Form.Item>
          <DocumentField value={document} onChange={setDocument} />
        </>
      )}
    </ActDialog>
  );
}
