import type { TaskRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { DueChip } from '../../../ui/due-chip.js';
import './task-list.css';

/** Who holds what until when; on a phone the cells of a row stand under each other. */
export function TaskList({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const isSupervisor = useHasRole('supervisor');
  return (
    <table className="task-list">
      <thead>
        <tr>
          <th scope="col">{t('supervision.case')}</th>
          <th scope="col">{t('supervision.step')}</th>
          <th scope="col">{t('supervision.holder')}</th>
          <th scope="col">{t('supervision.since')}</th>
          <th scope="col">{t('supervision.due')}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <th scope="row">
              <Link to={`/cases/${task.caseId}`} className="num">
                {task.caseNo}
              </Link>
              <span>{task.caseTitle}</span>
            </th>
            <td>{text(task.name)}</td>
            <td>
              {text(task.office.name)}
              <span className="quiet">
                {task.assignee === undefined ? t('supervision.unclaimed') : text(task.assignee.name)}
              </span>
            </td>
            <td className="num task-since">
              <span className="task-list-label">{t('supervision.since')}</span> {dateTime(task.createdAt)}
            </td>
            <td>
              <DueChip of={task} />{' '}
              {isSupervisor && (
                <Link
                  className="nowrap"
                  to={`/orders/new?case=${task.caseId}&office=${encodeURIComponent(task.office.id)}`}
                  aria-label={t('supervision.demandOn', { caseNo: task.caseNo, step: text(task.name) })}
                >
                  {t('supervision.demand')}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
