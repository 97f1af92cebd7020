import type { CaseDetail, TaskRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';
import { standingOf } from './standing.js';
import { useWorkingTime } from './working-time.js';

/** The case in one sentence: who holds it, since when, until when. */
export function StandingLine({ file }: { readonly file: CaseDetail }) {
  return <p className="standing">{useStanding(file)}</p>;
}

function useStanding(file: CaseDetail): string {
  const { t } = useTranslation();
  const text = useText2();
  const outcomeName = useOutcomeName();
  const { dateTime } = useDates();
  const workingTime = useWorkingTime();
  const standing = standingOf(file);

  const due = ({ mark, dueAt }: TaskRow): string => {
    if (mark === 'paused') return t('cases.standing.paused');
    if (dueAt === undefined) return t('cases.standing.noDue');
    return t(mark === 'overdue' ? 'cases.standing.overdue' : 'cases.standing.due', { at: dateTime(dueAt) });
  };

  switch (standing.kind) {
    case 'ended': {
      const at = dateTime(standing.at);
      return standing.outcome === undefined
        ? t('cases.standing.endedPlain', { at })
        : t('cases.standing.ended', { at, outcome: outcomeName(standing.outcome) });
    }
    case 'held': {
      const { task, holder, workingSeconds, others } = standing;
      const sentence = t('cases.standing.held', {
        holder: text(holder),
        name: text(task.name),
        time: workingTime(workingSeconds),
        due: due(task),
      });
      return others === 0 ? sentence : `${sentence} ${t('cases.standing.others', { count: others })}`;
    }
    case 'waiting':
      return t('cases.standing.waiting', {
        holder: text(standing.holder),
        name: text(standing.name),
        at: dateTime(standing.since),
      });
    case 'nothing':
      return t('cases.standing.nothing');
  }
}
