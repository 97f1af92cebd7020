import type { CaseTokens } from '@lianban/contracts';
import { Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readValues } from '../../../ui/read-values.js';
import { ActDialog } from '../../acts/components/act-dialog.js';

/** Values of the case set by hand; conditions that wait for them are judged at once. */
export function DataDialog({
  tokens,
  onClose,
}: {
  readonly tokens: CaseTokens;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const valuesId = useId();
  const [typed, setTyped] = useState('');
  const values = readValues(typed);
  const isMissing = values === undefined || Object.keys(values).length === 0;
  return (
    <ActDialog
      name={t('operations.data.name')}
      subject={tokens.caseNo}
      lead={t('operations.data.lead')}
      path={`/cases/${tokens.caseId}/operations`}
      caseId={tokens.caseId}
      body={isMissing ? undefined : { kind: 'set-data', values }}
      onClose={onClose}
    >
      {(isChecked) => (
        <Form.Item
          label={t('operations.data.values')}
          htmlFor={valuesId}
          required
          extra={t('operations.data.hint')}
          {...(isChecked && isMissing
            ? { validateStatus: 'error' as const, help: t('operations.data.needed') }
            : {})}
        >
          <Input.TextArea
            id={valuesId}
            className="num"
            autoSize={{ minRows: 3, maxRows: 12 }}
            placeholder={'capacity: 60'}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Form.Item>
      )}
    </ActDialog>
  );
}
