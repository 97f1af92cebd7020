import type { IncidentView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { isNotice, type Resolution } from '../api/incidents.js';
import { ResolveDialog } from './resolve-dialog.js';

interface OpenIncidentProps {
  readonly incident: IncidentView;
  /** Supervisors look on; administrators decide. */
  readonly mayResolve: boolean;
}

export function OpenIncident({ incident, mayResolve }: OpenIncidentProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const meaning = useMeaning();
  const [resolution, setResolution] = useState<Resolution>();
  const choices: readonly Resolution[] = isNotice(incident) ? ['skip'] : ['retry', 'answer', 'skip'];
  return (
    <li className="incident">
      <div>
        <h3>{text(incident.name)}</h3>
        <p>
          <Link to={`/cases/${incident.caseId}`}>{incident.caseNo}</Link> {incident.caseTitle}
        </p>
        <p className="incident-why">{meaning(incident.code)}</p>
        <p className="quiet">
          {t('incidents.since', { at: dateTime(incident.openedAt) })}
          {incident.attempts > 0 && ` · ${t('incidents.attempts', { count: incident.attempts })}`}
        </p>
        <p className="incident-message" lang="en">
          {incident.message}
        </p>
      </div>
      {mayResolve && (
        <div className="row">
          {choices.map((choice) => (
            <Button
              key={choice}
              type={choice === choices[0] ? 'primary' : 'default'}
              onClick={() => setResolution(choice)}
            >
              {t(`incidents.act.${isNotice(incident) ? 'dismiss' : choice}`)}
            </Button>
          ))}
        </div>
      )}
      {resolution !== undefined && (
        <ResolveDialog incident={incident} resolution={resolution} onClose={() => setResolution(undefined)} />
      )}
    </li>
  );
}

function useMeaning(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `incidents.code.${code.replaceAll('.', '_')}`;
    return i18n.exists(key) ? t(key) : code;
  };
}
