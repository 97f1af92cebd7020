import { Form, Input } from 'antd';
import { type ReactNode, useId } from 'react';

interface WordsFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is said where there are none; absent while nothing is to be said. */
  readonly missing: string | false;
  readonly rows?: { readonly minRows: number; readonly maxRows: number };
}

const ROWS = { minRows: 2, maxRows: 6 };

/** Words that an act needs: a reason, an answer, a resolution. */
export function WordsField({ label, hint, value, onChange, missing, rows = ROWS }: WordsFieldProps) {
  const id = useId();
  const lacks = missing !== false && value.trim() === '';
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required
      extra={hint}
      {...(lacks ? { validateStatus: 'error' as const, help: missing } : {})}
    >
      <Input.TextArea
        id={id}
        maxLength={2000}
        autoSize={rows}
        value={value}
        aria-invalid={lacks}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
}
