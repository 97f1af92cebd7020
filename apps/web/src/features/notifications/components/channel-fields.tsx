import { Checkbox, Form, Input, Select, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelDraft } from '../channel-drafts.js';
import { faultsOf } from '../channel-drafts.js';
import { TestMessage } from './test-message.js';

interface ChannelFieldsProps {
  readonly draft: ChannelDraft;
  /** Whether what is missing is said: once somebody has tried to save. */
  readonly isChecked: boolean;
  /** A test goes to the address that is saved. */
  readonly isSaved: boolean;
  readonly onChange: (draft: ChannelDraft) => void;
}

const RHYTHMS = ['at-once', 'hourly', 'daily'] as const;

/** One channel: whether, whereto, how often, and when not. */
export function ChannelFields({ draft, isChecked, isSaved, onChange }: ChannelFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { channel, isOn, address, rhythm, dailyAt, isQuiet, quiet } = draft;
  const faults = isChecked ? faultsOf(draft) : [];
  const change = (more: Partial<ChannelDraft>): void => onChange({ ...draft, ...more });
  const faultOf = (fault: 'address' | 'quiet') =>
    faults.includes(fault)
      ? { validateStatus: 'error' as const, help: t(`noticePreferences.fault.${fault}.${channel}`) }
      : {};
  return (
    <section className="panel notice-channel" aria-labelledby={`${id}-title`}>
      <div className="row">
        <Switch checked={isOn} aria-labelledby={`${id}-title`} onChange={(next) => change({ isOn: next })} />
        <h2 id={`${id}-title`}>{t(`noticePreferences.channel.${channel}`)}</h2>
      </div>
      {isOn && (
        <>
          <Form.Item
            label={t(`noticePreferences.address.${channel}`)}
            htmlFor={`${id}-address`}
            required
            {...faultOf('address')}
          >
            <Input
              id={`${id}-address`}
              type={channel === 'email' ? 'email' : channel === 'sms' ? 'tel' : 'url'}
              autoComplete={channel === 'email' ? 'email' : channel === 'sms' ? 'tel' : 'off'}
              value={address}
              onChange={({ target }) => change({ address: target.value })}
            />
          </Form.Item>
          <Form.Item label={t('noticePreferences.rhythm')} htmlFor={`${id}-rhythm`}>
            <div className="row">
              <Select
                id={`${id}-rhythm`}
                className="notice-rhythm"
                value={rhythm}
                options={RHYTHMS.map((value) => ({
                  value,
                  label: t(`noticePreferences.rhythms.${value}`),
                }))}
                onChange={(next) => change({ rhythm: next })}
              />
              {rhythm === 'daily' && (
                <TimeField
                  label={t('noticePreferences.dailyAt')}
                  value={dailyAt}
                  onChange={(next) => change({ dailyAt: next })}
                />
              )}
            </div>
          </Form.Item>
          <Form.Item {...faultOf('quiet')}>
            <div className="row">
              <Checkbox checked={isQuiet} onChange={({ target }) => change({ isQuiet: target.checked })}>
                {t('noticePreferences.quiet')}
              </Checkbox>
              {isQuiet && (
                <>
                  <TimeField
                    label={t('noticePreferences.quietFrom')}
                    value={quiet.from}
                    onChange={(from) => change({ quiet: { ...quiet, from } })}
                  />
                  <span aria-hidden>–</span>
                  <TimeField
                    label={t('noticePreferences.quietTo')}
                    value={quiet.to}
                    onChange={(to) => change({ quiet: { ...quiet, to } })}
                  />
                </>
              )}
            </div>
          </Form.Item>
          <TestMessage channel={channel} isSaved={isSaved} />
        </>
      )}
    </section>
  );
}

function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Input
      className="notice-time num"
      type="time"
      aria-label={label}
      value={value}
      // An emptied field is no time of day.
      onChange={({ target }) => target.value !== '' && onChange(target.value)}
    />
  );
}
