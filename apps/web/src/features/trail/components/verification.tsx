import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useVerdict, type VerifiedPeriod } from '../api/trail.js';
import { Verdict } from './verdict.js';

const DAY_MS = 24 * 3600 * 1000;

/** Days are those of the offices, so of their time zone. */
const dayBegins = (day: string, daysLater = 0): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + daysLater * DAY_MS).toISOString();

/** A period and what the judging of it found. */
export function Verification() {
  const { t } = useTranslation();
  const verdict = useVerdict();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const verify = (): void => {
    const period: VerifiedPeriod = {
      ...(from === '' ? {} : { from: dayBegins(from) }),
      ...(to === '' ? {} : { to: dayBegins(to, 1) }),
    };
    verdict.mutate(period);
  };
  return (
    <section className="panel">
      <h2>{t('trail.verify')}</h2>
      <p className="quiet">{t('trail.verifyLead')}</p>
      <div className="row trail-verify">
        <label>
          {t('trail.from')}{' '}
          <Input type="date" value={from} max={to} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {t('trail.to')}{' '}
          <Input type="date" value={to} min={from} onChange={({ target }) => setTo(target.value)} />
        </label>
        <Button type="primary" loading={verdict.isPending} onClick={verify}>
          {t('trail.verifyNow')}
        </Button>
      </div>
      <div aria-live="polite">
        {verdict.error !== null && <ProblemAlert error={verdict.error} />}
        {verdict.data !== undefined && !verdict.isPending && <Verdict verdict={verdict.data} />}
      </div>
    </section>
  );
}
