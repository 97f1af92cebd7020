import type { CaseDetail, ClockView, StopGround } from '@lianban/contracts';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActDialog } from '../../acts/components/act-dialog.js';
import { DocumentField } from './document-field.js';

interface GroundDialogProps {
  readonly file: CaseDetail;
  readonly clock: ClockView;
  readonly act: 'stop' | 'resume';
  readonly grounds: readonly StopGround[];
  readonly onClose: () => void;
}

/** 中止 or 恢复: on which ground, on which paper, and what that does to the deadline. */
export function GroundDialog({ file, clock, act, grounds, onClose }: GroundDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const groundId = useId();
  const [ground, setGround] = useState(grounds.length === 1 ? grounds[0]?.code : undefined);
  const [document, setDocument] = useState('');
  const body = ground === undefined ? undefined : { ground, ...(document === '' ? {} : { document }) };
  return (
    <ActDialog
      name={t(`clocks.${act}.name`)}
      subject={`${file.caseNo} ${text(clock.name)}`}
      lead={t(`clocks.${act}.lead`)}
      path={`/cases/${file.id}/clocks/${clock.id}/${act}`}
      caseId={file.id}
      body={body}
      onClose={onClose}
    >
      {(isChecked) => (
        <>
          <Form.Item
            label={t('clocks.ground')}
            htmlFor={groundId}
            required
            {...(isChecked && ground === undefined
              ? { validateStatus: 'error' as const, help: t('clocks.groundNeeded') }
              : {})}
          >
            <Select
              id={groundId}
              value={ground ?? null}
              onChange={(next: string) => setGround(next)}
              options={grounds.map((each) => ({ value: each.code, label: text(each.text) }))}
            />
          </Form.Item>
          <DocumentField value={document} onChange={setDocument} />
        </>
      )}
    </ActDialog>
  );
}
