import { useTranslation } from 'react-i18next';

/** Working time is shown in hours: how long a working day is differs by season and calendar. */
export function useWorkingTime(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return t('cases.duration.minutes', { n: minutes });
    return t('cases.duration.hours', { n: Math.round(minutes / 6) / 10 });
  };
}
