import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useHandlingSigns } from '../api/scorecards.js';

interface HandlingSignsProps {
  readonly month: string;
  readonly district: string | undefined;
}

/** 异常办理迹象: where a supervisor should look; no verdict. */
export function HandlingSigns({ month, district }: HandlingSignsProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { data: signs, error } = useHandlingSigns(month, district, true);
  if (error !== null) return <ProblemAlert error={error} />;
  if (signs === undefined) return null;
  return (
    <section className="panel" aria-labelledby="signs-title">
      <h2 id="signs-title">{t('scorecards.signs.title')}</h2>
      <p className="quiet">{t(signs.length === 0 ? 'scorecards.signs.none' : 'scorecards.signs.lead')}</p>
      <ul className="sign-list">
        {signs.map(({ kind, caseId, caseNo, caseTitle, office, at, measure }) => (
          <li key={`${kind}${caseId}${at}`}>
            <b>{t(`scorecards.signs.${kind}`, { count: measure })}</b>
            <span>
              <Link to={`/cases/${caseId}`}>{caseNo}</Link> {caseTitle} · {text(office)}
            </span>
            <span className="quiet num">{dateTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
