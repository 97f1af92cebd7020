import type { NoticeView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../app/business-clock.js';
import { useText2 } from '../../i18n/use-language.js';

interface NoticeWords {
  readonly title: string;
  /** Empty where the title says it all. */
  readonly detail: string;
}

/** Says a notice in the words of the reader. */
export function useNoticeWords(): (notice: NoticeView) => NoticeWords {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  return ({ kind, about }) => {
    const due = about.dueAt === undefined ? '' : t('notifications.due', { due: dateTime(about.dueAt) });
    const until = about.until === undefined ? '' : t('notifications.until', { until: dateTime(about.until) });
    const paper = about.kind === undefined ? '' : t(`notifications.paper.${about.kind}`);
    const number = about.number ?? '';
    const title = t([`notifications.kind.${kind}`, 'notifications.kind.other'], {
      ...about,
      paper: [paper, number].filter(Boolean).join(' '),
      clock: text(about.clockName),
      places: about.places?.map(text).join(t('notifications.and')),
      count: about.count ?? 0,
    });
    const words =
      kind === 'deadlines-moved'
        ? t('notifications.moved', {
            overdue: about.becomeOverdue ?? 0,
            inTime: about.becomeInTime ?? 0,
          })
        : [text(about.action), about.reason, about.decision, due, until].filter(Boolean).join(' · ');
    return { title, detail: words };
  };
}
