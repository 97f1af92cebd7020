import type { ClockView, DueMark, RungView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates, useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { DueChip } from '../../../ui/due-chip.js';
import { MarkShape } from '../../../ui/mark-shape.js';

const isRunning = ({ state }: ClockView): boolean => state === 'running' || state === 'stopped';

/** The running clocks in full; those that ended fold away, with what their ladders did. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockView[] }) {
  const { t } = useTranslation();
  if (clocks.length === 0) return <p className="quiet">{t('cases.clocks.none')}</p>;
  const ended = clocks.filter((clock) => !isRunning(clock));
  return (
    <div className="stack">
      {clocks.filter(isRunning).map((clock) => (
        <Clock key={clock.id} clock={clock} />
      ))}
      {ended.length > 0 && (
        <details open={ended.length === clocks.length}>
          <summary>{t('cases.clocks.ended', { count: ended.length })}</summary>
          <div className="stack">
            {ended.map((clock) => (
              <Clock key={clock.id} clock={clock} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function Clock({ clock }: { readonly clock: ClockView }) {
  const { t, i18n } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const basisKey = `cases.clocks.bases.${clock.basis}`;
  const basis = text(clock.basisText) || (i18n.exists(basisKey) ? t(basisKey) : clock.basis);
  return (
    <article className="clock">
      <header className="row">
        <h3>{text(clock.name)}</h3>
        <span className="quiet">
          {t(`cases.clocks.kind.${clock.kind}`)} · {t(`cases.clocks.scope.${clock.scope}`)}
        </span>
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
        </dd>
        <dt>{t('cases.clocks.basis')}</dt>
        <dd>{basis}</dd>
      </dl>
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
        {clock.rungs.length > 0 && <Ladder clock={clock} />}
      </details>
    </article>
  );
}

function ClockState({ clock }: { readonly clock: ClockView }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const now = useNow();
  if (clock.state === 'running' || clock.state === 'stopped') {
    const late = clock.breached || (clock.dueAt !== undefined && Date.parse(clock.dueAt) <= now.getTime());
    const running: DueMark = late ? 'overdue' : 'none';
    return <DueChip of={{ ...clock, mark: clock.state === 'stopped' ? 'paused' : running }} />;
  }
  const late = clock.state === 'met' && clock.breached;
  return (
    <span className={`due-chip ${clock.state === 'met' && !late ? 'due-done' : ''}`}>
      {clock.state === 'met' && <MarkShape shape={late ? 'late-done' : 'done'} />}
      <b>{t(`cases.clocks.state.${late ? 'metLate' : clock.state}`)}</b>
      {clock.dueAt !== undefined && <span className="due-at">{dateTime(clock.dueAt)}</span>}
    </span>
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
  return (
    <li className={`rung-${rung.state}`}>
      <b className="num">{rung.level}</b>
      <span>{text(rung.action)}</span>
      <span className="quiet">
        {t(`cases.clocks.rung.${rung.state}`)}
        {rung.at !== undefined && ` ${dateTime(rung.at)}`}
        {rung.state !== 'planned' && i18n.exists(whyKey) && ` (${t(whyKey)})`}
        {rung.state === 'fired' &&
          ` · ${rung.told.length === 0 ? t('cases.clocks.toldNobody') : t('cases.clocks.told', { who: rung.told.map((who) => text(who)).join('; ') })}`}
      </span>
    </li>
  );
}
