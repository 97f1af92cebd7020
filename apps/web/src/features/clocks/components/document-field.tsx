import { Form, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface DocumentFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Number or reference of the notice or approval that the act rests on. */
export function DocumentField({ value, onChange }: DocumentFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Form.Item label={t('clocks.document')} htmlFor={id} extra={t('clocks.documentHint')}>
      <Input id={id} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />
    </Form.Item>
  );
}
