import type { CaseTask, TaskRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole, useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { DueChip } from '../../../ui/due-chip.js';
import { MarkShape } from '../../../ui/mark-shape.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';

/** Every step that became a task, open ones first: the parallel tracks side by side. */
export function Steps({ tasks }: { readonly tasks: readonly CaseTask[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { session } = useSession();
  const worksHere = useHasRole('clerk', 'registrar');
  const mine = new Set(session?.offices.map(({ id }) => id));
  if (tasks.length === 0) return <p className="quiet">{t('cases.steps.none')}</p>;
  const ordered = [
    ...tasks.filter(({ status }) => status === 'open'),
    ...tasks.filter(({ status }) => status !== 'open').toReversed(),
  ];
  return (
    <div className="table-scroll">
      <table className="grid">
        <caption className="visually-hidden">{t('cases.steps.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.steps.step')}</th>
            <th scope="col">{t('cases.steps.office')}</th>
            <th scope="col">{t('cases.steps.holder')}</th>
            <th scope="col">{t('cases.steps.state')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((task) => (
            <tr key={task.id} className={task.status === 'open' ? '' : 'is-past'}>
              <th scope="row">
                {task.stepNo !== undefined && <span className="step-no num">{task.stepNo}</span>}
                {worksHere && mine.has(task.office.id) ? (
                  <Link to={`/inbox/${task.id}${task.status === 'open' ? '' : '?box=done'}`}>
                    {text(task.name)}
                  </Link>
                ) : (
                  text(task.name)
                )}
              </th>
              <td>{text(task.office.name)}</td>
              <td>{text(task.closedBy ?? task.assignee?.name)}</td>
              <td>
                <TaskState task={task} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Open: its time; closed: how, and when. */
export function TaskState({ task }: { readonly task: TaskRow }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const outcomeName = useOutcomeName();
  if (task.status === 'open') return <DueChip of={task} />;
  const late = task.dueAt !== undefined && task.closedAt !== undefined && task.closedAt > task.dueAt;
  const word = outcomeName(task.outcome);
  return (
    <span className={`due-chip ${task.status === 'completed' ? 'due-done' : ''}`}>
      {task.status === 'completed' && <MarkShape shape={late ? 'late-done' : 'done'} />}
      <b>
        {task.status === 'completed'
          ? word || t('cases.ended')
          : [t('cases.steps.cancelled'), word].filter(Boolean).join(' · ')}
      </b>
      {task.closedAt !== undefined && <span className="due-at">{dateTime(task.closedAt)}</span>}
    </span>
  );
}
