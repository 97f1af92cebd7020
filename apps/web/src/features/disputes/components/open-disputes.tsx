import type { DisputeView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useDisputes } from '../api/disputes.js';
import { DesignateDialog } from './designate-dialog.js';
import './disputes.css';

/** Disputes that wait for the common superior; nothing is shown where there are none. */
export function OpenDisputes() {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { data: disputes = [] } = useDisputes();
  const [deciding, setDeciding] = useState<DisputeView>();
  if (disputes.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="disputes-title">
      <h2 id="disputes-title">{t('acts.designate.title', { count: disputes.length })}</h2>
      <p className="quiet">{t('acts.designate.note')}</p>
      <ul className="disputes">
        {disputes.map((dispute) => (
          <li key={dispute.id}>
            <span>
              <Link to={`/cases/${dispute.caseId}`}>{dispute.caseNo}</Link> {text(dispute.step)} ·{' '}
              {t('acts.designate.between', {
                raising: text(dispute.raisingOffice.name),
                other: text(dispute.otherOffice.name),
              })}
              <br />
              <span className="quiet">
                {t('acts.designate.due', { due: dateTime(dispute.dueAt), reason: dispute.reason })}
              </span>
            </span>
            <Button onClick={() => setDeciding(dispute)}>{t('acts.designate.name')}</Button>
          </li>
        ))}
      </ul>
      {deciding !== undefined && (
        <DesignateDialog dispute={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </section>
  );
}
