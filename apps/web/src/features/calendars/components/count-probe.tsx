import type { CountDaysRequest } from '@lianban/contracts';
import { Button, Form, Input, InputNumber, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates, useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { dayKey } from '../../../ui/instants.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useCountDays } from '../api/calendars.js';

const UNITS = ['working_day', 'calendar_day', 'hour', 'month'] as const;

/** How a deadline is counted at a place: the sum that a clerk sees, for any start and period. */
export function CountProbe({ place }: { readonly place: string | undefined }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const now = useNow();
  const [day, setDay] = useState(() => dayKey(now));
  const [amount, setAmount] = useState(5);
  const [unit, setUnit] = useState<CountDaysRequest['unit']>('working_day');
  const count = useCountDays();
  const ask = (): void =>
    count.mutate({
      start: `${day}T09:00:00+08:00`,
      amount,
      unit,
      ...(place === undefined ? {} : { place }),
    });
  return (
    <section className="panel stack" aria-labelledby="count-probe">
      <h2 id="count-probe">{t('calendars.count.title')}</h2>
      <Form layout="vertical" component="div" className="calendar-fields">
        <Form.Item label={t('calendars.count.start')} htmlFor="count-start">
          <Input
            id="count-start"
            type="date"
            value={day}
            onChange={({ target }) => setDay(target.value || dayKey(now))}
          />
        </Form.Item>
        <Form.Item label={t('calendars.count.amount')} htmlFor="count-amount">
          <InputNumber
            id="count-amount"
            min={0}
            max={3660}
            precision={0}
            value={amount}
            onChange={(value) => setAmount(value ?? 0)}
          />
        </Form.Item>
        <Form.Item label={t('calendars.count.unit')} htmlFor="count-unit">
          <Select
            id="count-unit"
            value={unit}
            popupMatchSelectWidth={false}
            options={UNITS.map((value) => ({ value, label: t(`calendars.count.units.${value}`) }))}
            onChange={setUnit}
          />
        </Form.Item>
        <Button type="primary" loading={count.isPending} onClick={ask}>
          {t('calendars.count.ask')}
        </Button>
      </Form>
      {count.error !== null && <ProblemAlert error={count.error} />}
      <div role="status" aria-live="polite">
        {count.data !== undefined && (
          <>
            <p>
              <b>{t('calendars.count.due', { at: dateTime(count.data.dueAt) })}</b>{' '}
              <Tag>{t(count.data.provisional ? 'calendars.provisional' : 'calendars.count.final')}</Tag>
            </p>
            <p>{text(count.data.explanation)}</p>
            <p className="quiet num">{t('calendars.composed', { versions: count.data.calendar })}</p>
          </>
        )}
      </div>
    </section>
  );
}
