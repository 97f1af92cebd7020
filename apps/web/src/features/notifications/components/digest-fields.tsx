import { Form, Select, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { channels, type PreferencesDraft } from '../channel-drafts.js';

interface DigestFieldsProps {
  readonly draft: PreferencesDraft;
  readonly isChecked: boolean;
  readonly onChange: (draft: PreferencesDraft) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** An overseer's scope in numbers, on working days. */
export function DigestFields({ draft, isChecked, onChange }: DigestFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { wantsDigest, digest } = draft;
  const change = (more: Partial<typeof digest>): void =>
    onChange({ ...draft, digest: { ...digest, ...more } });
  const isLost = isChecked && !draft.channels[digest.channel].isOn;
  return (
    <section className="panel notice-channel" aria-labelledby={`${id}-title`}>
      <div className="row">
        <Switch
          checked={wantsDigest}
          aria-labelledby={`${id}-title`}
          onChange={(next) => onChange({ ...draft, wantsDigest: next })}
        />
        <h2 id={`${id}-title`}>{t('noticePreferences.digest.title')}</h2>
      </div>
      <p className="quiet">{t('noticePreferences.digest.lead')}</p>
      {wantsDigest && (
        <div className="notice-digest">
          <Form.Item label={t('noticePreferences.digest.period')} htmlFor={`${id}-period`}>
            <Select
              id={`${id}-period`}
              value={digest.period}
              options={(['daily', 'weekly'] as const).map((value) => ({
                value,
                label: t(`noticePreferences.digest.${value}`),
              }))}
              onChange={(period) => change({ period })}
            />
          </Form.Item>
          <Form.Item label={t('noticePreferences.digest.hour')} htmlFor={`${id}-hour`}>
            <Select
              id={`${id}-hour`}
              value={digest.hour}
              options={HOURS.map((value) => ({ value, label: `${String(value).padStart(2, '0')}:00` }))}
              onChange={(hour) => change({ hour })}
            />
          </Form.Item>
          <Form.Item
            label={t('noticePreferences.digest.by')}
            htmlFor={`${id}-channel`}
            {...(isLost
              ? { validateStatus: 'error' as const, help: t('noticePreferences.digest.channelOff') }
              : {})}
          >
            <Select
              id={`${id}-channel`}
              value={digest.channel}
              options={channels.map((value) => ({
                value,
                label: t(`noticePreferences.channel.${value}`),
              }))}
              onChange={(channel) => change({ channel })}
            />
          </Form.Item>
        </div>
      )}
    </section>
  );
}
