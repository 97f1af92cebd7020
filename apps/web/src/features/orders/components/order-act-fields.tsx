import { SERVICE_WAYS, type OrderDetail } from '@lianban/contracts';
import { Form, Input, InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActField, type ActFields, fieldsOf, isNeeded } from '../act-fields.js';

interface OrderActFieldsProps {
  readonly act: OrderDetail['acts'][number];
  readonly fields: ActFields;
  /** To be marked as missing. */
  readonly lacks: readonly ActField[];
  readonly onChange: (next: Partial<ActFields>) => void;
}

export function OrderActFields({ act, fields, lacks, onChange }: OrderActFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const inputOf = (field: ActField, inputId: string): ReactNode => {
    const invalid = lacks.includes(field);
    switch (field) {
      case 'way':
        return (
          <Select
            id={inputId}
            value={fields.way ?? null}
            onChange={(way) => onChange({ way })}
            options={SERVICE_WAYS.map((way) => ({ value: way, label: t(`orders.way.${way}`) }))}
          />
        );
      case 'answerWithin':
        return (
          <InputNumber
            id={inputId}
            min={1}
            max={60}
            precision={0}
            value={fields.answerWithin}
            onChange={(days) => onChange({ answerWithin: days ?? 1 })}
          />
        );
      case 'words':
      case 'papers':
        return (
          <Input.TextArea
            id={inputId}
            maxLength={2000}
            autoSize={{ minRows: field === 'words' ? 3 : 2, maxRows: 8 }}
            value={fields[field]}
            aria-invalid={invalid}
            onChange={({ target }) => onChange({ [field]: target.value })}
          />
        );
      default:
        return (
          <Input
            id={inputId}
            maxLength={field === 'receivedBy' ? 120 : 200}
            {...(field === 'servedAt' ? { type: 'datetime-local' } : {})}
            value={fields[field]}
            aria-invalid={invalid}
            onChange={({ target }) => onChange({ [field]: target.value })}
          />
        );
    }
  };
  return fieldsOf(act).map((field) => {
    const hint = t(`orders.hint.${field}`, { defaultValue: '' });
    return (
      <Form.Item
        key={field}
        label={t(field === 'words' ? `orders.wordsOf.${act}` : `orders.field.${field}`)}
        htmlFor={`${id}${field}`}
        required={isNeeded(act, field)}
        {...(hint === '' ? {} : { extra: hint })}
        {...(lacks.includes(field) ? { validateStatus: 'error' as const, help: t('orders.needed') } : {})}
      >
        {inputOf(field, `${id}${field}`)}
      </Form.Item>
    );
  });
}
