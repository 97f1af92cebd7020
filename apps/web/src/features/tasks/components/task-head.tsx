import type { TaskDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { TaskState } from '../../cases/components/steps.js';

/** What it is, whose it is, until when, and why. */
export function TaskHead({ task }: { readonly task: TaskDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { session } = useSession();
  const holder = (): string => {
    if (task.status !== 'open')
      return task.closedBy === undefined ? '' : t('tasks.by', { name: text(task.closedBy) });
    if (task.assignee === undefined) return t('tasks.holderNone');
    return task.assignee.id === session?.user.id
      ? t('tasks.holderYou')
      : t('tasks.holder', { name: text(task.assignee.name) });
  };
  const [clock] = task.clocks;
  return (
    <header className="task-head">
      <p className="task-case">
        <Link to={`/cases/${task.caseId}`}>
          <span className="num">{task.caseNo}</span> {task.caseTitle}
        </Link>
      </p>
      <div className="row task-title">
        <h1 id="task-title">
          {task.stepNo !== undefined && <span className="step-no num">{task.stepNo}</span>}
          {text(task.name)}
        </h1>
        <TaskState task={task} />
      </div>
      <p className="quiet">
        {[text(task.office.name), holder(), t('tasks.opened', { at: dateTime(task.createdAt) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className="task-why">
        <dt>{t('tasks.whyMine')}</dt>
        <dd>{text(task.whyMine)}</dd>
        <dt>{t('tasks.whyDue')}</dt>
        <dd>
          {clock === undefined ? t('tasks.noClock') : `${text(clock.name)}: ${text(clock.explanation)}`}
        </dd>
      </dl>
    </header>
  );
}
