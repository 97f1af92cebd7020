import type { CalendarDay } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../i18n/language.js';
import { useLanguage } from '../../../i18n/use-language.js';
import './year-grid.css';

interface YearGridProps {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  /** Absent: only to be looked at. */
  readonly onDay?: (date: string) => void;
}

const monthTitle = (language: Language, year: number, month: number): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month));

const two = (value: number): string => String(value).padStart(2, '0');

/** Twelve months. What a day is stands in it as a sign and in its label as words; colour only repeats it. */
export function YearGrid({ year, days, onDay }: YearGridProps) {
  const byDate = new Map(days.map((day) => [day.date, day]));
  return (
    <div className="year-grid">
      {Array.from({ length: 12 }, (_, month) => (
        <Month key={month} year={year} month={month} byDate={byDate} {...(onDay ? { onDay } : {})} />
      ))}
    </div>
  );
}

interface MonthProps extends Omit<YearGridProps, 'days'> {
  readonly month: number;
  readonly byDate: ReadonlyMap<string, CalendarDay>;
}

function Month({ year, month, byDate, onDay }: MonthProps) {
  const { t } = useTranslation();
  const title = monthTitle(useLanguage(), year, month);
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, index) => {
    const day = index - lead + 1;
    return day < 1 || day > length ? undefined : day;
  });
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className="month" aria-label={title}>
      <caption className="num">{title}</caption>
      <thead>
        <tr>
          {Array.from(t('calendars.weekdays')).map((name, index) => (
            <th key={index} scope="col" className={index > 4 ? 'is-weekend' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, place) =>
              day === undefined ? (
                <td key={place} />
              ) : (
                <Day
                  key={place}
                  date={`${year}-${two(month + 1)}-${two(day)}`}
                  isWeekend={place > 4}
                  byDate={byDate}
                  {...(onDay ? { onDay } : {})}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly date: string;
  readonly isWeekend: boolean;
  readonly byDate: ReadonlyMap<string, CalendarDay>;
  readonly onDay?: (date: string) => void;
}

function Day({ date, isWeekend, byDate, onDay }: DayProps) {
  const { t } = useTranslation();
  const day = byDate.get(date);
  const isLocal = day?.layer !== undefined && day.layer !== 'national' && day.layer !== 'province';
  const said = day === undefined ? t('calendars.said.usual') : t(`calendars.said.${day.kind}`);
  const label = [
    date,
    said,
    day?.name,
    day?.layer === undefined ? undefined : t(`calendars.layer.${day.layer}`),
    day?.draft === true ? t('calendars.said.draft') : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
  const className = [
    'day num',
    isWeekend ? 'is-weekend' : '',
    day === undefined ? '' : `is-${day.kind}`,
    day?.draft === true ? 'is-draft' : '',
  ].join(' ');
  // Its words come behind its sign, so that who speaks to the page can say what they see (WCAG 2.5.3).
  const content = (
    <>
      {Number(date.slice(8))}
      {day !== undefined && (
        <span className="day-sign">
          {t(`calendars.glyph.${day.kind}`)}
          {isLocal && t('calendars.glyph.local')}
        </span>
      )}
      {(day !== undefined || onDay !== undefined) && <span className="visually-hidden"> {label}</span>}
    </>
  );
  return (
    <td title={day === undefined ? undefined : label}>
      {onDay ? (
        <button type="button" className={className} onClick={() => onDay(date)}>
          {content}
        </button>
      ) : (
        <span className={className}>{content}</span>
      )}
    </td>
  );
}

/** What the signs mean. */
export function YearLegend({ withDrafts = false }: { readonly withDrafts?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="year-legend" aria-label={t('calendars.legend.label')}>
      {(['off', 'make-up', 'local'] as const).map((kind) => (
        <li key={kind}>{t(`calendars.legend.${kind}`)}</li>
      ))}
      {withDrafts && <li>{t('calendars.legend.draft')}</li>}
    </ul>
  );
}
