import type { CalendarDraftRequest, CalendarVersionView } from '@lianban/contracts';
import { App, Button, Form, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type LayerKey, useDropDraft, useSaveDraft } from '../api/calendars.js';
import { type DraftYears, daysOf, readHours, taken, turned, withYear, yearsOf } from '../draft-days.js';
import { ImportPanel } from './import-panel.js';
import { YearGrid, YearLegend } from './year-grid.js';

interface DraftEditorProps {
  readonly layer: LayerKey;
  /** The draft, or what a new one begins as. */
  readonly from: CalendarVersionView | undefined;
  readonly isNew: boolean;
  readonly today: string;
  readonly onDirty: () => void;
}

interface Fields {
  readonly effectiveFrom: string;
  readonly publisher: string;
  readonly name: string;
  readonly number: string;
  readonly url: string;
  readonly date: string;
  readonly note: string;
  readonly hours: string;
}

const TEXTS = ['name', 'number', 'url', 'note'] as const;

/** A version copied for a new draft brings its days along, not the document that ordered it. */
const fieldsOf = (
  layer: LayerKey,
  from: CalendarVersionView | undefined,
  isNew: boolean,
  today: string,
): Fields => ({
  effectiveFrom: isNew ? today : (from?.effectiveFrom ?? today),
  publisher: from?.publisher ?? (layer.layer === 'national' ? '国务院办公厅' : ''),
  name: isNew ? '' : (from?.document.name ?? ''),
  number: isNew ? '' : (from?.document.number ?? ''),
  url: isNew ? '' : (from?.document.url ?? ''),
  date: isNew ? '' : (from?.document.date ?? ''),
  note: isNew ? '' : (from?.note ?? ''),
  hours: from?.officeHours?.map((span) => span.join('-')).join(', ') ?? '',
});

const requestOf = (fields: Fields, years: DraftYears, revision: number | undefined): CalendarDraftRequest => {
  const { effectiveFrom, publisher, note, hours, ...document } = fields;
  const spans = readHours(hours) ?? [];
  return {
    ...(revision === undefined ? {} : { revision }),
    effectiveFrom,
    publisher: publisher.trim(),
    document: Object.fromEntries(
      Object.entries(document).flatMap(([name, value]) =>
        value.trim() === '' ? [] : [[name, value.trim()]],
      ),
    ),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(spans.length === 0 ? {} : { officeHours: spans }),
    years,
  };
};

/** The draft of a layer: what orders it, from when, and its days, imported or set by hand. */
export function DraftEditor({ layer, from, isNew, today, onDirty }: DraftEditorProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [fields, setFields] = useState(() => fieldsOf(layer, from, isNew, today));
  const [years, setYears] = useState<DraftYears>(() => (from ? yearsOf(from) : {}));
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [isChecked, setChecked] = useState(false);
  const save = useSaveDraft(layer);
  const drop = useDropDraft(layer);
  const change = (next: Partial<Fields>): void => {
    setFields({ ...fields, ...next });
    onDirty();
  };
  const changeYears = (next: DraftYears): void => {
    setYears(next);
    onDirty();
  };
  const lacksPublisher = isChecked && fields.publisher.trim() === '';
  const wrongHours = readHours(fields.hours) === undefined;
  const known = [...new Set([...Object.keys(years).map(Number), year])].toSorted((a, b) => a - b);
  const submit = (): void => {
    setChecked(true);
    const wrong = fields.publisher.trim() === '' ? 'draft-publisher' : wrongHours ? 'draft-hours' : undefined;
    if (wrong !== undefined) {
      // The button is below twelve months: what is missing comes into sight.
      document.getElementById(wrong)?.focus();
      return;
    }
    save.mutate(requestOf(fields, years, isNew ? undefined : from?.revision), {
      onSuccess: () => void message.success(t('calendars.draft.saved')),
    });
  };
  return (
    <>
      <ImportPanel
        onTake={(reading) => {
          changeYears(taken(years, reading));
          if (reading.year !== undefined) setYear(reading.year);
          const { name, number, date } = reading.document;
          change({ ...(name ? { name } : {}), ...(number ? { number } : {}), ...(date ? { date } : {}) });
          void message.success(t('calendars.import.taken', { year: reading.year }));
        }}
      />
      <section className="panel stack" aria-labelledby="calendar-draft">
        <h2 id="calendar-draft">
          {isNew ? t('calendars.draft.new') : t('calendars.draft.title', { version: from?.version })}
        </h2>
        {isNew && <p className="quiet">{t('calendars.draft.newLead')}</p>}
        <Form layout="vertical" component="div" className="calendar-fields">
          <Form.Item label={t('calendars.draft.effectiveFrom')} htmlFor="draft-effective" required>
            <Input
              id="draft-effective"
              type="date"
              value={fields.effectiveFrom}
              onChange={({ target }) => change({ effectiveFrom: target.value || today })}
            />
          </Form.Item>
          <Form.Item
            label={t('calendars.draft.publisher')}
            htmlFor="draft-publisher"
            required
            {...(lacksPublisher
              ? { validateStatus: 'error' as const, help: t('calendars.draft.publisherNeeded') }
              : {})}
          >
            <Input
              id="draft-publisher"
              value={fields.publisher}
              maxLength={120}
              aria-invalid={lacksPublisher}
              onChange={({ target }) => change({ publisher: target.value })}
            />
          </Form.Item>
          <Form.Item label={t('calendars.draft.date')} htmlFor="draft-date">
            <Input
              id="draft-date"
              type="date"
              value={fields.date}
              onChange={({ target }) => change({ date: target.value })}
            />
          </Form.Item>
          {TEXTS.map((name) => (
            <Form.Item
              key={name}
              className={name === 'number' ? '' : 'is-wide'}
              label={t(`calendars.draft.${name}`)}
              htmlFor={`draft-${name}`}
            >
              <Input
                id={`draft-${name}`}
                value={fields[name]}
                maxLength={name === 'note' ? 1000 : name === 'url' ? 500 : 200}
                onChange={({ target }) => change({ [name]: target.value })}
              />
            </Form.Item>
          ))}
          <Form.Item
            className="is-wide"
            label={t('calendars.draft.hours')}
            htmlFor="draft-hours"
            extra={t('calendars.draft.hoursHint')}
            {...(wrongHours
              ? { validateStatus: 'error' as const, help: t('calendars.draft.hoursInvalid') }
              : {})}
          >
            <Input
              id="draft-hours"
              value={fields.hours}
              aria-invalid={wrongHours}
              onChange={({ target }) => change({ hours: target.value })}
            />
          </Form.Item>
        </Form>
        <div className="row">
          <h3>{t('calendars.draft.days')}</h3>
          <Select
            aria-label={t('calendars.year')}
            value={year}
            options={known.map((value) => ({ value, label: value }))}
            onChange={setYear}
          />
          <Button
            onClick={() => {
              const next = Math.max(...known) + 1;
              changeYears(withYear(years, next));
              setYear(next);
            }}
          >
            {t('calendars.draft.addYear')}
          </Button>
        </div>
        <p className="quiet">{t('calendars.draft.daysLead')}</p>
        <YearLegend />
        <YearGrid year={year} days={daysOf(years, year)} onDay={(date) => changeYears(turned(years, date))} />
        {(save.error ?? drop.error) !== null && <ProblemAlert error={save.error ?? drop.error} />}
        <div className="row">
          <Button type="primary" loading={save.isPending} onClick={submit}>
            {t('calendars.draft.save')}
          </Button>
          {!isNew && (
            <Popconfirm title={t('calendars.draft.dropSure')} onConfirm={() => drop.mutate()}>
              <Button danger loading={drop.isPending}>
                {t('calendars.draft.drop')}
              </Button>
            </Popconfirm>
          )}
        </div>
      </section>
    </>
  );
}
