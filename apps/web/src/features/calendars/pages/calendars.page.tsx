import type { CalendarListView } from '@lianban/contracts';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useHasRole } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useCalendars, useCalendarYear } from '../api/calendars.js';
import { CountProbe } from '../components/count-probe.js';
import { PlaceSelect } from '../components/place-select.js';
import { VersionTable } from '../components/version-table.js';
import { YearGrid, YearLegend } from '../components/year-grid.js';
import '../calendars.css';

/** Which days count: a year at a place, the layers it is composed of, and a deadline counted by it. */
export default function CalendarsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCalendars();
  return (
    <Page title={t('calendars.title')} lead={t('calendars.lead')}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading rows={12} /> : <Calendars list={data} />}
    </Page>
  );
}

function Calendars({ list }: { readonly list: CalendarListView }) {
  const [place, setPlace] = useState<string>();
  return (
    <>
      <YearPanel list={list} place={place} onPlace={setPlace} />
      <CountProbe place={place} />
      <LayersPanel list={list} />
    </>
  );
}

interface YearPanelProps {
  readonly list: CalendarListView;
  readonly place: string | undefined;
  readonly onPlace: (place: string | undefined) => void;
}

function YearPanel({ list, place, onPlace }: YearPanelProps) {
  const { t } = useTranslation();
  const [year, setYear] = useState(() => Number(list.today.slice(0, 4)));
  const [drafts, setDrafts] = useState(false);
  const hasDrafts = list.layers.some(({ versions }) => versions.some(({ state }) => state === 'draft'));
  const { data, error } = useCalendarYear(year, place, drafts);
  return (
    <section className="panel stack" aria-label={`${t('calendars.year')} ${year}`}>
      <div className="row">
        <PlaceSelect
          label={t('calendars.place')}
          none={t('calendars.wholeCity')}
          places={list.places.filter(({ layer }) => layer === 'county' || layer === 'office')}
          value={place}
          onChange={(chosen) => onPlace(chosen?.code)}
        />
        <span className="row">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('calendars.before')}
            onClick={() => setYear(year - 1)}
          />
          <b className="num calendar-year">{year}</b>
          <Button
            icon={<RightOutlined />}
            aria-label={t('calendars.after')}
            onClick={() => setYear(year + 1)}
          />
        </span>
        {hasDrafts && (
          <Checkbox checked={drafts} onChange={({ target }) => setDrafts(target.checked)}>
            {t('calendars.drafts')}
          </Checkbox>
        )}
        {data !== undefined && (
          <>
            {data.provisional && <Tag>{t('calendars.provisional')}</Tag>}
            <span className="num">{t('calendars.workingDays', { count: data.workingDays })}</span>
            <span className="quiet num">
              {t('calendars.hours', { hours: data.officeHours.map((span) => span.join('–')).join(', ') })}
            </span>
          </>
        )}
      </div>
      {data?.provisional === true && (
        <Alert type="warning" showIcon title={t('calendars.provisionalLead', { year: data.year })} />
      )}
      {error !== null && <ProblemAlert error={error} />}
      {data !== undefined && (
        <>
          <YearLegend withDrafts={drafts} />
          <YearGrid year={data.year} days={data.days} />
          <p className="quiet num">
            {t('calendars.composed', {
              versions: data.versions.map(({ code, version }) => `${code}@${version}`).join(' + '),
            })}
          </p>
        </>
      )}
    </section>
  );
}

function LayersPanel({ list }: { readonly list: CalendarListView }) {
  const { t } = useTranslation();
  const text = useText2();
  const navigate = useNavigate();
  const governs = useHasRole('admin');
  const fresh = list.places.filter(
    ({ layer, code }) => !list.layers.some((known) => known.layer === layer && known.code === code),
  );
  return (
    <section className="panel stack" aria-labelledby="calendar-layers">
      <div className="row">
        <h2 id="calendar-layers">{t('calendars.layers')}</h2>
        {governs && (
          <PlaceSelect
            label={t('calendars.newLayer')}
            none={t('calendars.newLayer')}
            places={fresh}
            value={undefined}
            onChange={(place) => {
              if (place) void navigate(`/calendars/${place.layer}/${place.code}`);
            }}
          />
        )}
      </div>
      {list.layers.map(({ layer, code, name, versions }) => (
        <div key={`${layer} ${code}`} className="stack calendar-layer">
          <h3>
            {t(`calendars.layer.${layer}`)} · {text(name)}{' '}
            {governs && <Link to={`/calendars/${layer}/${code}`}>{t('calendars.open')}</Link>}
          </h3>
          <VersionTable label={text(name)} versions={versions} today={list.today} />
        </div>
      ))}
    </section>
  );
}
