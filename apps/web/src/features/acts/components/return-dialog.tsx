import type { ReturnStep, TaskDetail } from '@lianban/contracts';
import { Form, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ActDialog } from './act-dialog.js';

interface ReturnDialogProps {
  readonly task: TaskDetail;
  readonly steps: readonly ReturnStep[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Way = ReturnStep['then'][number];

/** 退回: to which step, and what follows when it is done again. */
export function ReturnDialog({ task, steps, onClose, onDone }: ReturnDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const ids = { step: useId(), way: useId() };
  const [node, setNode] = useState(steps.length === 1 ? steps[0]?.node : undefined);
  const step = steps.find((each) => each.node === node);
  const [wanted, setWanted] = useState<Way>();
  const way =
    step?.then.find((each) => each === wanted) ?? (step?.then.length === 1 ? step.then[0] : undefined);
  const fault = (is: boolean, help: string) => (is ? { validateStatus: 'error' as const, help } : {});
  return (
    <ActDialog
      name={t('acts.return.name')}
      subject={text(task.name)}
      lead={t('acts.return.lead')}
      path={`/tasks/${task.id}/return`}
      caseId={task.caseId}
      body={node === undefined || way === undefined ? undefined : { node, then: way }}
      onClose={onClose}
      onDone={onDone}
    >
      {(isChecked) => (
        <>
          <Form.Item
            label={<span id={ids.step}>{t('acts.return.step')}</span>}
            required
            {...fault(isChecked && node === undefined, t('acts.return.stepNeeded'))}
          >
            <Radio.Group
              className="act-choices"
              aria-labelledby={ids.step}
              value={node}
              onChange={({ target }) => setNode(target.value as string)}
              options={steps.map((each) => ({
                value: each.node,
                label: (
                  <>
                    {[each.stepNo, text(each.name)].filter(Boolean).join(' ')}
                    <span className="quiet">
                      {[text(each.office.name), text(each.by), dateTime(each.doneAt)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </>
                ),
              }))}
            />
          </Form.Item>
          {step !== undefined && (
            <Form.Item
              label={<span id={ids.way}>{t('acts.return.then')}</span>}
              required
              {...fault(isChecked && way === undefined, t('acts.return.thenNeeded'))}
            >
              <Radio.Group
                className="act-choices"
                aria-labelledby={ids.way}
                value={way}
                onChange={({ target }) => setWanted(target.value as Way)}
                options={step.then.map((each) => ({
                  value: each,
                  label: (
                    <>
                      {t(`acts.return.way.${each}`)}
                      <span className="quiet">
                        {t(`acts.return.wayHint.${each}`, { name: text(task.name) })}
                      </span>
                    </>
                  ),
                }))}
              />
            </Form.Item>
          )}
        </>
      )}
    </ActDialog>
  );
}
