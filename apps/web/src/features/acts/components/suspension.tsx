import { SUSPENSION_GROUNDS, type CaseDetail, type SuspensionView } from '@lianban/contracts';
import { Alert, Button, Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ActDialog } from './act-dialog.js';

/** 暂停办理: since when, why, by whom; whoever may, takes it up again from here. */
export function SuspensionNotice({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const [isResuming, setResuming] = useState(false);
  const said = useSuspensionSentence();
  if (file.suspended === undefined) return null;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('acts.suspended.title', { ground: text(file.suspended.groundText) })}
        description={said(file.suspended)}
        action={
          file.may.resume && (
            <Button size="small" onClick={() => setResuming(true)}>
              {t('acts.resume.name')}
            </Button>
          )
        }
      />
      {isResuming && (
        <ActDialog
          name={t('acts.resume.name')}
          subject={file.caseNo}
          lead={t('acts.resume.lead')}
          path={`/cases/${file.id}/resume`}
          caseId={file.id}
          body={{}}
          onClose={() => setResuming(false)}
        />
      )}
    </>
  );
}

function useSuspensionSentence(): (of: Pick<SuspensionView, 'since' | 'reason' | 'by'>) => string {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  return ({ since, reason, by }) => t('acts.suspended.text', { at: dateTime(since), by: text(by), reason });
}

export function SuspendButton({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const groundId = useId();
  const [isOpen, setOpen] = useState(false);
  const [ground, setGround] = useState<string>();
  if (!file.may.suspend) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('acts.suspend.name')}</Button>
      {isOpen && (
        <ActDialog
          name={t('acts.suspend.name')}
          subject={file.caseNo}
          lead={t('acts.suspend.lead')}
          path={`/cases/${file.id}/suspend`}
          caseId={file.id}
          body={ground === undefined ? undefined : { ground }}
          onClose={() => setOpen(false)}
        >
          {(isChecked) => (
            <Form.Item
              label={t('acts.suspend.ground')}
              htmlFor={groundId}
              required
              {...(isChecked && ground === undefined
                ? { validateStatus: 'error' as const, help: t('acts.suspend.groundNeeded') }
                : {})}
            >
              <Select
                id={groundId}
                value={ground ?? null}
                onChange={(next: string) => setGround(next)}
                options={SUSPENSION_GROUNDS.map((code) => ({
                  value: code,
                  label: t(`acts.suspend.grounds.${code}`),
                }))}
              />
            </Form.Item>
          )}
        </ActDialog>
      )}
    </>
  );
}
