import type { CaseDetail, ClockView, StopGround } from '@lianban/contracts';
import { Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { dayKey } from '../../../ui/instants.js';
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
  const now = useNow();
  const [groundId, untilId] = [useId(), useId()];
  const [ground, setGround] = useState(grounds.length === 1 ? grounds[0]?.code : undefined);
  const [until, setUntil] = useState('');
  const [document, setDocument] = useState('');
  const needsEnd = act === 'stop' && grounds.find(({ code }) => code === ground)?.needsEnd === true;
  const lacksEnd = needsEnd && until === '';
  const body =
    ground === undefined || lacksEnd
      ? undefined
      : {
          ground,
          ...(document === '' ? {} : { document }),
          ...(act === 'stop' && until !== '' ? { until: endOf(until) } : {}),
        };
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
          {act === 'stop' && (
            <Form.Item
              label={t('clocks.stop.until')}
              htmlFor={untilId}
              required={needsEnd}
              extra={t('clocks.stop.untilHint')}
              {...(isChecked && lacksEnd
                ? { validateStatus: 'error' as const, help: t('clocks.stop.untilNeeded') }
                : {})}
            >
              <Input
                id={untilId}
                type="date"
                min={dayKey(now)}
                value={until}
                onChange={({ target }) => setUntil(target.value)}
              />
            </Form.Item>
          )}
          <DocumentField value={document} onChange={setDocument} />
        </>
      )}
    </ActDialog>
  );
}

/** A day of a notice ends with office hours. */
const endOf = (day: string): string => `${day}T17:30:00+08:00`;
