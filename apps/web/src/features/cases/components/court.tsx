import type { ChargedTime, CourtTrack } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates, useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { courtBars, holderTotals, type CourtBar } from './court-scale.js';
import { WaitedFor } from './waited-for.js';
import { useWorkingTime } from './working-time.js';

/** Whose court: each step's holders with their working time; the bar shows what the table says. */
export function Court({
  tracks,
  charged,
}: {
  readonly tracks: readonly CourtTrack[];
  readonly charged: ChargedTime;
}) {
  const { t } = useTranslation();
  const text = useText2();
  const now = useNow();
  const workingTime = useWorkingTime();
  if (tracks.length === 0) return <p className="quiet">{t('cases.court.none')}</p>;
  return (
    <div className="stack">
      <div className="table-scroll">
        <table className="grid court">
          <caption className="visually-hidden">{t('cases.court.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cases.court.step')}</th>
              <th scope="col">{t('cases.court.holder')}</th>
              <th scope="col" className="right">
                {t('cases.court.time')}
              </th>
              <th scope="col" className="court-scale">
                {t('cases.court.bar')}
              </th>
            </tr>
          </thead>
          {courtBars(tracks, now).map((bar) => (
            <TrackRows key={bar.track.obligation} of={bar} />
          ))}
        </table>
      </div>
      <section>
        <h3>{t('cases.court.total')}</h3>
        <ul className="court-totals">
          {holderTotals(tracks).map(({ holder, kind, workingSeconds }) => (
            <li key={`${kind}${holder.zh}`}>
              <i className={`court-key court-${kind}`} aria-hidden="true" />
              <span>
                {text(holder)} <span className="quiet">({t(`cases.court.kind.${kind}`)})</span>
              </span>
              <span className="num">{workingTime(workingSeconds)}</span>
            </li>
          ))}
        </ul>
        <p className="quiet">{t('cases.court.note')}</p>
      </section>
      <WaitedFor charged={charged} />
    </div>
  );
}

function TrackRows({ of: { track, bars } }: { readonly of: CourtBar }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const workingTime = useWorkingTime();
  return (
    <tbody>
      {bars.map(({ interval, left, width }, index) => (
        <tr key={interval.from + interval.kind}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={bars.length}>
              {text(track.name)}
            </th>
          )}
          <td>
            {text(interval.holder)} <span className="quiet">({t(`cases.court.kind.${interval.kind}`)})</span>
            <div className="quiet num">
              {dateTime(interval.from)} –{' '}
              {interval.to === undefined ? t('cases.court.now') : dateTime(interval.to)}
            </div>
          </td>
          <td className="right">{workingTime(interval.workingSeconds)}</td>
          <td className="court-scale" aria-hidden="true">
            <div className="court-line">
              <i
                className={`court-bar court-${interval.kind}`}
                style={{ left: `${left}%`, width: `${width}%` }}
              />
            </div>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
