import type { CalendarReadingView } from '@lianban/contracts';
import { Alert, Button, Form, Input, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useReadCalendar } from '../api/calendars.js';

/** A pasted notice or a file, read line by line; a person looks at each verdict before the days enter the draft. */
export function ImportPanel({ onTake }: { readonly onTake: (reading: CalendarReadingView) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [year, setYear] = useState<number | null>(null);
  const read = useReadCalendar();
  const ask = (source: string | File): void => read.mutate({ source, ...(year === null ? {} : { year }) });
  return (
    <section className="panel stack" aria-labelledby="calendar-import">
      <h2 id="calendar-import">{t('calendars.import.title')}</h2>
      <p className="quiet">{t('calendars.import.lead')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('calendars.import.text')} htmlFor="import-text">
          <Input.TextArea
            id="import-text"
            value={text}
            maxLength={60_000}
            autoSize={{ minRows: 5, maxRows: 14 }}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        <div className="calendar-fields">
          <Form.Item label={t('calendars.import.year')} htmlFor="import-year">
            <InputNumber
              id="import-year"
              min={1990}
              max={2150}
              precision={0}
              value={year}
              onChange={setYear}
            />
          </Form.Item>
          <Button disabled={text.trim() === ''} loading={read.isPending} onClick={() => ask(text)}>
            {t('calendars.import.read')}
          </Button>
        </div>
      </Form>
      <FileDrop
        title={t('calendars.import.file')}
        hint={t('calendars.import.fileHint')}
        accept=".csv,.xlsx,.json,.ics,.txt"
        onFiles={([file]) => {
          if (file) ask(file);
        }}
      />
      {read.error !== null && <ProblemAlert error={read.error} />}
      <div role="status" aria-live="polite">
        {read.data !== undefined && <Reading reading={read.data} onTake={onTake} />}
      </div>
    </section>
  );
}

const MARKS = { read: 'success', prose: 'default', unread: 'warning', refused: 'error' } as const;

function Reading({
  reading,
  onTake,
}: {
  readonly reading: CalendarReadingView;
  readonly onTake: (reading: CalendarReadingView) => void;
}) {
  const { t } = useTranslation();
  const say = useText2();
  const { off, workOnWeekend, problems, warnings, lines } = reading;
  return (
    <div className="stack">
      <b className="num">
        {reading.year} · {t('calendars.import.found', { off: off.length, work: workOnWeekend.length })}
      </b>
      {problems.length > 0 && <Alert type="error" showIcon title={problems.map(say).join(' ')} />}
      {warnings.length > 0 && <Alert type="warning" showIcon title={warnings.map(say).join(' ')} />}
      <ol className="reading-lines" aria-label={t('calendars.import.result')}>
        {lines.map((line) => (
          <li key={line.line} className={`is-${line.verdict}`}>
            <span>
              <Tag color={MARKS[line.verdict]}>{t(`calendars.import.verdict.${line.verdict}`)}</Tag>
              <span className="visually-hidden">{t('calendars.import.line', { line: line.line })}</span>
            </span>
            <span>
              {line.text}
              {line.why.map((why) => (
                <div key={why.zh} className="reading-why">
                  {say(why)}
                </div>
              ))}
              {line.left.map((left) => (
                <div key={left} className="reading-left">
                  {t('calendars.import.unreadPart', { text: left })}
                </div>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button type="primary" disabled={problems.length > 0} onClick={() => onTake(reading)}>
          {t('calendars.import.take')}
        </Button>
      </div>
    </div>
  );
}
