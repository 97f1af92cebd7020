import type { EmergencyPlace } from '@lianban/contracts';
import { App, Button, Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEnterEmergency, usePreviewEmergency } from '../api/emergencies.js';
import { EmergencyImpact } from './emergency-impact.js';

/** Times are those of the place, whichever zone the computer is in. */
const instantOf = (local: string): string | undefined => (local === '' ? undefined : `${local}:00+08:00`);

const EMPTY = { districts: [] as readonly string[], from: '', to: '', document: '', reason: '' };

/** What it would stop is looked at before it is entered: the button waits for that. */
export function EnterForm({ places }: { readonly places: readonly EmergencyPlace[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const id = useId();
  const [draft, setDraft] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const preview = usePreviewEmergency();
  const enter = useEnterEmergency();
  const set = (more: Partial<typeof EMPTY>): void => {
    setDraft({ ...draft, ...more });
    enter.reset();
    if (more.districts) preview.reset();
  };
  const { districts, document, reason } = draft;
  const isWhole = districts.length > 0 && document.trim() !== '' && reason.trim() !== '';
  const look = (): void => {
    setChecked(true);
    if (isWhole) preview.mutate(districts);
  };
  const submit = (): void => {
    setChecked(true);
    if (!isWhole) return;
    const [from, to] = [instantOf(draft.from), instantOf(draft.to)];
    enter.mutate(
      {
        districts: [...districts],
        document: document.trim(),
        reason: reason.trim(),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
      {
        onSuccess: () => {
          void message.success(t('emergencies.entered'));
          setDraft(EMPTY);
          setChecked(false);
          preview.reset();
        },
      },
    );
  };
  const needed = (isMissing: boolean) =>
    isChecked && isMissing ? { validateStatus: 'error' as const, help: t('emergencies.needed') } : {};
  return (
    <section className="panel stack" aria-labelledby={`${id}-enter`}>
      <h2 id={`${id}-enter`}>{t('emergencies.enter')}</h2>
      <Form layout="vertical" component="div" className="emergency-form">
        <Form.Item
          label={t('emergencies.places')}
          htmlFor={`${id}-places`}
          required
          extra={t('emergencies.placesHint')}
          {...needed(districts.length === 0)}
        >
          <Select
            id={`${id}-places`}
            mode="multiple"
            value={[...districts]}
            showSearch={{ optionFilterProp: 'label' }}
            options={places.map(({ code, name }) => ({ value: code, label: text(name) }))}
            onChange={(codes: string[]) => set({ districts: codes })}
          />
        </Form.Item>
        <Form.Item label={t('emergencies.from')} htmlFor={`${id}-from`} extra={t('emergencies.fromHint')}>
          <Input
            id={`${id}-from`}
            type="datetime-local"
            value={draft.from}
            onChange={({ target }) => set({ from: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('emergencies.to')} htmlFor={`${id}-to`} extra={t('emergencies.toHint')}>
          <Input
            id={`${id}-to`}
            type="datetime-local"
            value={draft.to}
            onChange={({ target }) => set({ to: target.value })}
          />
        </Form.Item>
        <Form.Item
          label={t('emergencies.document')}
          htmlFor={`${id}-document`}
          required
          {...needed(document.trim() === '')}
        >
          <Input
            id={`${id}-document`}
            value={document}
            maxLength={200}
            onChange={({ target }) => set({ document: target.value })}
          />
        </Form.Item>
        <Form.Item
          label={t('emergencies.reason')}
          htmlFor={`${id}-reason`}
          required
          {...needed(reason.trim() === '')}
        >
          <Input.TextArea
            id={`${id}-reason`}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 1, maxRows: 5 }}
            onChange={({ target }) => set({ reason: target.value })}
          />
        </Form.Item>
      </Form>
      <div className="row">
        <Button type={preview.data ? 'default' : 'primary'} loading={preview.isPending} onClick={look}>
          {t('emergencies.look')}
        </Button>
        <Button type="primary" disabled={!preview.data} loading={enter.isPending} onClick={submit}>
          {t('emergencies.confirm')}
        </Button>
        {!preview.data && <span className="quiet">{t('emergencies.lookFirst')}</span>}
      </div>
      {(enter.error ?? preview.error) !== null && <ProblemAlert error={enter.error ?? preview.error} />}
      <div role="status" aria-live="polite">
        {preview.data && <EmergencyImpact impact={preview.data} />}
      </div>
    </section>
  );
}
