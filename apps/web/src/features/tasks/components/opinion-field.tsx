import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface OpinionFieldProps {
  readonly value: string;
  readonly readOnly: boolean;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The opinion where the form of the step doesn't ask for one itself. */
export function OpinionField({ value, readOnly, problem, onChange }: OpinionFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="opinion">
      <label htmlFor={id}>{t('tasks.opinion')}</label>
      <Input.TextArea
        id={id}
        value={value}
        readOnly={readOnly}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== undefined}
        {...(problem === undefined ? {} : { status: 'error' as const })}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-hint`} className={problem === undefined ? 'quiet' : 'field-problem'}>
        {problem ?? t('tasks.opinionHint')}
      </p>
    </div>
  );
}
