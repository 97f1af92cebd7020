import type { CaseDetail, ClockView, RungView } from '@lianban/contracts';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { pageWithTexts } from '../../../app/page-with-texts.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ClockState } from './clock-state.js';
import { useBasisText } from './use-basis-text.js';

const ClockActs = pageWithTexts(['clocks'], () => import('../../clocks/components/clock-acts.js'));

interface ClocksProps {
  readonly file: CaseDetail;
  /** Those of the step in hand come first. */
  readonly first: ReadonlySet<string>;
}

const isRunning = ({ state }: ClockView): boolean => state === 'running' || state === 'stopped';

/** The running clocks in full; those that ended fold away, with what their ladders did. */
export function Clocks({ file, first }: ClocksProps) {
  const { t } = useTranslation();
  const clocks = file.clocks.toSorted(
    (one, other) => Number(first.has(other.id)) - Number(first.has(one.id)),
  );
  if (clocks.length === 0) return <p className="quiet">{t('cases.clocks.none')}</p>;
  const ended = clocks.filter((clock) => !isRunning(clock));
  return (
    <div className="stack">
      {clocks.filter(isRunning).map((clock) => (
        <Clock key={clock.id} file={file} clock={clock} />
      ))}
      {ended.length > 0 && (
        <details open={ended.length === clocks.length}>
          <summary>{t('cases.clocks.ended', { count: ended.length })}</summary>
          <div className="stack">
            {ended.map((clock) => (
              <Clock key={clock.id} file={file} clock={clock} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function Clock({ file, clock }: { readonly file: CaseDetail; readonly clock: ClockView }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const basisOf = useBasisText();
  return (
    <article className="clock">
      <header className="row">
        <h3>{text(clock.name)}</h3>
        <span className={`clock-kind clock-${clock.kind}`}>{t(`cases.clocks.kind.${clock.kind}`)}</span>
        <span className="quiet">{t(`cases.clocks.scope.${clock.scope}`)}</span>
        <ClockState clock={clock} />
        {clock.breached && <span className="quiet">{t(`cases.clocks.lateness.${clock.lateness}`)}</span>}
      </header>
      <dl className="facts">
        <dt>{t('cases.clocks.why')}</dt>
        <dd>
          {text(clock.explanation)}
          {clock.stoppedSince !== undefined && (
            <div>{t('cases.clocks.stoppedSince', { at: dateTime(clock.stoppedSince) })}</div>
          )}
          {clock.originalDueAt !== undefined && (
            <div>{t('cases.clocks.originally', { at: dateTime(clock.originalDueAt) })}</div>
          )}
        </dd>
        <dt>{t('cases.clocks.basis')}</dt>
        <dd>{basisOf(clock)}</dd>
      </dl>
      {isRunning(clock) && (
        <Suspense fallback={null}>
          <ClockActs file={file} clock={clock} />
        </Suspense>
      )}
      <details>
        <summary>{t('cases.clocks.more')}</summary>
        <h4>{t('cases.clocks.ledger')}</h4>
        <ol className="ledger">
          {clock.ledger.map((entry) => (
            <li key={entry.at + entry.text.en}>
              <time className="num" dateTime={entry.at}>
                {dateTime(entry.at)}
              </time>
              {text(entry.text)}
            </li>
          ))}
        </ol>
        <Link to={`/cases/${file.id}/clocks/${clock.id}/print`}>{t('cases.clocks.print')}</Link>
        {clock.rungs.length > 0 && <Ladder clock={clock} />}
      </details>
    </article>
  );
}

function Ladder({ clock: { ladder, ladderVersion, rungs } }: { readonly clock: ClockView }) {
  const { t } = useTranslation();
  const code = ladderVersion === undefined ? ladder : `${ladder} v${ladderVersion}`;
  return (
    <>
      <h4>{t('cases.clocks.ladder', { code })}</h4>
      <ol className="rungs">
        {rungs.map((rung) => (
          <Rung key={rung.level} rung={rung} />
        ))}
      </ol>
    </>
  );
}

function Rung({ rung }: { readonly rung: RungView }) {
  const { t, i18n } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const whyKey = `cases.clocks.${rung.state === 'fired' ? 'firedWhy' : 'notFired'}.${rung.why ?? ''}`;
  const { conclusion = '' } = rung;
  return (
    <li className={`rung-${rung.state}`}>
      <b className="num">{rung.level}</b>
      <span>{text(rung.action)}</span>
      <span className="quiet">
        {t(`cases.clocks.rung.${rung.state}`)}
        {rung.at !== undefined && ` ${dateTime(rung.at)}`}
        {rung.state !== 'planned' && i18n.exists(whyKey) && ` (${t(whyKey, { conclusion })})`}
        {rung.state === 'fired' &&
          ` · ${rung.told.length === 0 ? t('cases.clocks.toldNobody') : t('cases.clocks.told', { who: rung.told.map((who) => text(who)).join('; ') })}`}
      </span>
    </li>
  );
}
