import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useIgnore, useReplay, type EventAddress } from '../api/intake.js';

/** What may be done with an event that no process hears: route it again, or put it aside with a reason. */
export function EventActs({ event }: { readonly event: EventAddress }) {
  const { t } = useTranslation();
  const replay = useReplay(event);
  const ignore = useIgnore(event);
  const [reason, setReason] = useState<string>();
  const error = replay.error ?? ignore.error;
  const isEmpty = reason !== undefined && reason.trim() === '';
  return (
    <section className="panel stack" aria-label={t('intake.acts')}>
      <p>{t('intake.actsLead')}</p>
      {error !== null && <ProblemAlert error={error} />}
      {reason === undefined ? (
        <div className="row">
          <Button type="primary" loading={replay.isPending} onClick={() => replay.mutate()}>
            {t('intake.replay')}
          </Button>
          <Button disabled={replay.isPending} onClick={() => setReason('')}>
            {t('intake.ignore')}
          </Button>
        </div>
      ) : (
        <Form layout="vertical" onFinish={() => !isEmpty && ignore.mutate(reason.trim())}>
          <Form.Item label={t('intake.ignoreReason')} htmlFor="ignore-reason" required>
            <Input.TextArea
              id="ignore-reason"
              autoFocus
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Form.Item>
          <div className="row">
            <Button type="primary" htmlType="submit" disabled={isEmpty} loading={ignore.isPending}>
              {t('intake.ignoreNow')}
            </Button>
            <Button onClick={() => setReason(undefined)}>{t('app.cancel')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
