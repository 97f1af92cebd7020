import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../../i18n/use-language.js';
import { dateTimeText } from '../../../ui/instants.js';
import { useLadderWatch } from '../api/ladders.js';

/** Whether every level was looked at, and when that was last proved: real time, not business time. */
export function WatchLine() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useLadderWatch();
  const round = data?.lastRound;
  if (data === undefined) return undefined;
  if (round === undefined)
    return <Alert role="status" type="warning" showIcon title={t('ladders.watch.never')} />;
  const at = dateTimeText(language, round.ended, new Date());
  const isWhole = round.missing === 0 && round.suspects === 0;
  return (
    <Alert
      role="status"
      type={isWhole ? 'success' : 'warning'}
      showIcon
      title={
        isWhole
          ? t('ladders.watch.whole', { rungs: round.rungs, clocks: round.clocks, at })
          : t('ladders.watch.missing', { count: round.missing + round.suspects, rungs: round.rungs, at })
      }
      description={isWhole ? undefined : <Link to="/incidents">{t('ladders.watch.toIncidents')}</Link>}
    />
  );
}
