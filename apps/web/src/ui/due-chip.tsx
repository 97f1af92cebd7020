import type { DueMark } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../app/business-clock.js';
import { MarkShape } from './mark-shape.js';
import './due-chip.css';

interface Dated {
  readonly mark: DueMark;
  readonly dueAt?: string;
  readonly workingDaysLeft?: number;
  readonly provisional?: boolean;
}

/** State in word, shape and colour, and the instant with its weekday. */
export function DueChip({ of, wordOnly = false }: { readonly of: Dated; readonly wordOnly?: boolean }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const word = useDueWord()(of);
  return (
    <span className={`due-chip due-${of.mark}`}>
      <MarkShape shape={of.mark} />
      <b>{word}</b>
      {of.dueAt !== undefined && !wordOnly && (
        <span className="due-at">
          {of.mark === 'paused' ? t('due.stoppedWas', { at: dateTime(of.dueAt) }) : dateTime(of.dueAt)}
          {of.provisional === true && <abbr title={t('due.provisionalWhy')}>{t('due.provisional')}</abbr>}
        </span>
      )}
    </span>
  );
}

function useDueWord(): (of: Dated) => string {
  const { t } = useTranslation();
  return ({ mark, dueAt, workingDaysLeft: left }) => {
    if (mark === 'paused') return t('due.paused');
    if (mark === 'overdue')
      return left === undefined || left >= 0 ? t('due.overdue') : t('due.overdueBy', { count: -left });
    if (dueAt === undefined) return t('due.none');
    if (left === undefined) return t(mark === 'due-soon' ? 'due.soon' : 'due.running');
    return left <= 0 ? t('due.today') : t('due.left', { count: left });
  };
}
