import type { ChargedTime } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useWorkingTime } from './working-time.js';

/** Whom the case waited for, one after the other, and who answers for its delay. */
export function WaitedFor({ charged: { stretches, delays } }: { readonly charged: ChargedTime }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const workingTime = useWorkingTime();
  if (stretches.length === 0) return null;
  return (
    <section>
      <h3>{t('cases.court.waited')}</h3>
      <p className="quiet">{t('cases.court.waitedNote')}</p>
      {delays.map(({ clock, dueAt, workingSeconds, shares, unexplainedSeconds }) => (
        <div key={dueAt + clock.zh} className="court-delay">
          <p>
            {t('cases.court.delay', {
              clock: text(clock),
              due: dateTime(dueAt),
              time: workingTime(workingSeconds),
            })}
          </p>
          <ul className="court-totals">
            {shares.map((share) => (
              <li key={share.party.zh}>
                <span>{text(share.party)}</span>
                <span className="num">{workingTime(share.workingSeconds)}</span>
              </li>
            ))}
            {unexplainedSeconds > 0 && (
              <li>
                <span className="quiet">{t('cases.court.unexplained')}</span>
                <span className="num">{workingTime(unexplainedSeconds)}</span>
              </li>
            )}
          </ul>
        </div>
      ))}
      <ol className="court-totals">
        {stretches.map(({ from, to, workingSeconds, waitedFor }) => (
          <li key={from}>
            <span>
              {waitedFor.length === 0
                ? t('cases.court.nobody')
                : waitedFor.map(({ step, party }) => `${text(step)} · ${text(party)}`).join('; ')}
              <span className="quiet num court-when">
                {dateTime(from)} – {dateTime(to)}
              </span>
            </span>
            <span className="num">{workingTime(workingSeconds)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
