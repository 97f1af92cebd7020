import type { InboundEventView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Cases the event opened or reached. */
export function EventMatches({ of }: { readonly of: InboundEventView['matches'] }) {
  const { t } = useTranslation();
  return of.map(({ caseId, caseNo, how }) => (
    <div key={caseId}>
      <Link to={`/cases/${caseId}`}>{caseNo || t('intake.theCase')}</Link>{' '}
      <span className="quiet">{t(`intake.how.${how}`)}</span>
    </div>
  ));
}
