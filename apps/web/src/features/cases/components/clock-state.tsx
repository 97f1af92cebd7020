import type { ClockView, DueMark } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates, useNow } from '../../../app/business-clock.js';
import { DueChip } from '../../../ui/due-chip.js';
import { MarkShape } from '../../../ui/mark-shape.js';

/** Where a clock stands, in word, shape and colour. */
export function ClockState({ clock }: { readonly clock: ClockView }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const now = useNow();
  if (clock.state === 'running' || clock.state === 'stopped') {
    const late = clock.breached || (clock.dueAt !== undefined && Date.parse(clock.dueAt) <= now.getTime());
    const running: DueMark = late ? 'overdue' : 'none';
    return <DueChip of={{ ...clock, mark: clock.state === 'stopped' ? 'paused' : running }} />;
  }
  const late = clock.state === 'met' && clock.breached;
  return (
    <span className={`due-chip ${clock.state === 'met' && !late ? 'due-done' : ''}`}>
      {clock.state === 'met' && <MarkShape shape={late ? 'late-done' : 'done'} />}
      <b>{t(`cases.clocks.state.${late ? 'metLate' : clock.state}`)}</b>
      {clock.dueAt !== undefined && <span className="due-at">{dateTime(clock.dueAt)}</span>}
    </span>
  );
}
