import type { HandedOver, TaskDetail, Text2 } from '@lianban/contracts';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';
import { TaskActsMenu } from '../../acts/components/task-acts.js';

/** Why nobody can act here now: it is done (by whom, when), held by a colleague, or another office's. */
export function TaskNotice({ task, refused }: { readonly task: TaskDetail; readonly refused: boolean }) {
  const { t } = useTranslation();
  const text = useText2();
  const { session } = useSession();
  const { dateTime } = useDates();
  if (task.status !== 'open') return <ClosedNotice task={task} refused={refused} />;
  if (task.suspended !== undefined) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('acts.suspended.task', { at: dateTime(task.suspended.since) })}
        description={task.suspended.reason}
      />
    );
  }
  if (task.may.complete) {
    const isMine = task.assignee === undefined || task.assignee.id === session?.user.id;
    return isMine ? null : (
      <Alert type="info" showIcon title={t('tasks.held.standIn', { by: text(task.assignee.name) })} />
    );
  }
  if (session?.offices.some(({ id }) => id === task.office.id) !== true) {
    return <Alert type="info" showIcon title={t('tasks.otherOffice', { office: text(task.office.name) })} />;
  }
  if (task.assignee !== undefined && task.assignee.id !== session.user.id) {
    return (
      <Alert
        type="info"
        showIcon
        title={t('tasks.held.title', { by: text(task.assignee.name) })}
        description={t('tasks.held.text')}
      />
    );
  }
  return null;
}

/** A task that was taken back is read again where it stands. */
const nothing = (): void => undefined;

function ClosedNotice({ task, refused }: { readonly task: TaskDetail; readonly refused: boolean }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { session } = useSession();
  const outcomeName = useOutcomeName();
  const named = task.outcomes.find(({ code }) => code === task.outcome)?.name;
  const outcome = text(named) || outcomeName(task.outcome) || t('tasks.complete');
  const at = task.closedAt === undefined ? '' : dateTime(task.closedAt);
  const isMine = (name: Text2 | undefined): boolean =>
    name !== undefined && name.zh === session?.user.name.zh;
  const sentence = (): string => {
    if (task.status === 'cancelled') return t('tasks.closed.cancelled', { at, outcome });
    if (isMine(task.closedBy)) return t('tasks.closed.yours', { at, outcome });
    return t('tasks.closed.completed', {
      at,
      outcome,
      by: text(task.closedBy),
      office: text(task.office.name),
    });
  };
  return (
    <Alert
      type={refused ? 'warning' : 'info'}
      showIcon
      {...(refused ? { role: 'alert' } : {})}
      title={t(task.status === 'completed' ? 'tasks.closed.completedTitle' : 'tasks.closed.cancelledTitle')}
      description={
        <>
          <p>{sentence()}</p>
          {refused && <p>{t('tasks.closed.kept')}</p>}
          <div className="row">
            <Link to={`/cases/${task.caseId}`}>{t('tasks.closed.see')}</Link>
            {isMine(task.closedBy) && task.status === 'completed' && (
              <TaskActsMenu task={task} onGone={nothing} />
            )}
          </div>
        </>
      }
    />
  );
}

/** It moved under the reader's hands; reading it again keeps what was typed. */
export function StaleNotice({ onReload }: { readonly onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('tasks.stale.title')}
      description={t('tasks.stale.text')}
      action={
        <Button size="small" onClick={onReload}>
          {t('tasks.stale.reload')}
        </Button>
      }
    />
  );
}

/** 转办: who handed it over and why, for as long as it may be sent back. */
export function HandedOverNotice({ of }: { readonly of: HandedOver | undefined }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  if (of === undefined) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('tasks.handedOver.title', {
        from: text(of.from),
        by: text(of.by),
        at: dateTime(of.at),
        reason: of.reason,
      })}
      description={t('tasks.handedOver.text', { until: dateTime(of.returnUntil) })}
    />
  );
}

/** It was done before and came back: why, and what follows. */
export function ReturnedNotice({ task }: { readonly task: TaskDetail }) {
  const { t } = useTranslation();
  const text = useText2();
  const { returned } = task;
  if (returned === undefined || task.status !== 'open') return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(`acts.returned.${returned.then}`, {
        from: text(returned.from),
        by: returned.by,
        reason: returned.reason,
      })}
    />
  );
}
