import type { TimelineEntry } from '@lianban/contracts';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useHasRole } from '../../../app/session.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';
import { useDoneBy } from './use-done-by.js';

/** Who did what, when, for which office, with opinions; the newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const doneBy = useDoneBy();
  const outcomeName = useOutcomeName();
  const mayAudit = useHasRole('supervisor', 'admin');
  const [peopleOnly, setPeopleOnly] = useState(false);
  const shown = entries.filter(({ office }) => !peopleOnly || office !== undefined).toReversed();
  return (
    <div className="trail">
      <Checkbox checked={peopleOnly} onChange={({ target }) => setPeopleOnly(target.checked)}>
        {t('cases.trail.peopleOnly')}
      </Checkbox>
      {shown.length === 0 && <p className="quiet">{t('cases.trail.none')}</p>}
      <ol className="trail-list">
        {shown.map((entry, index) => (
          <li key={shown.length - index} className={entry.office === undefined ? 'is-system' : ''}>
            <time className="num" dateTime={entry.at}>
              {dateTime(entry.at)}
            </time>
            <div>
              <p>{[text(entry.text), outcomeName(entry.outcome)].filter(Boolean).join(' · ')}</p>
              <p className="quiet">
                {[doneBy(entry.actor, entry.onBehalfOf), text(entry.office)]
                  .filter((name) => name !== '')
                  .join(' · ')}
                {' · '}
                {entry.batch === undefined ? (
                  t('cases.trail.unsealed')
                ) : mayAudit ? (
                  <Link to={`/trail?entry=${entry.id}`}>
                    {t('cases.trail.sealed', { batch: entry.batch })}
                  </Link>
                ) : (
                  t('cases.trail.sealed', { batch: entry.batch })
                )}
              </p>
              {entry.told !== undefined && (
                <p className="quiet">
                  {t('cases.trail.told', { whom: entry.told.map(text).join(t('cases.trail.and')) })}
                </p>
              )}
              {entry.opinion !== undefined && (
                <blockquote>
                  <span className="quiet">{t('cases.trail.opinion')}</span> {entry.opinion}
                </blockquote>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
