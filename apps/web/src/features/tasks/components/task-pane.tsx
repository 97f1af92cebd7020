import { usePageTitle } from '../../../ui/page.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useCase } from '../../cases/api/case-queries.js';
import { CaseTabs } from '../../cases/components/case-tabs.js';
import { StandingLine } from '../../cases/components/standing-line.js';
import { useTask } from '../api/task-queries.js';
import { CommentForm } from './comment-form.js';
import { TaskHead } from './task-head.js';
import { TaskWork } from './task-work.js';
import './task-pane.css';
import type { TaskDetail } from '@lianban/contracts';

interface TaskPaneProps {
  readonly taskId: string;
  /** It was completed, or went to somebody else. */
  readonly onDone: () => void;
}

/** A task with everything needed to work it: the form, and the case beside it. */
export function TaskPane({ taskId, onDone }: TaskPaneProps) {
  const { data: task, error, refetch } = useTask(taskId);
  if (task === undefined) {
    return error === null ? (
      <Loading rows={12} />
    ) : (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <article className="task-pane" aria-labelledby="task-title">
      <TaskHead task={task} />
      <div className="task-columns">
        <TaskWork key={task.id} task={task} onDone={onDone} />
        <CaseBeside task={task} />
      </div>
    </article>
  );
}

function CaseBeside({ task }: { readonly task: TaskDetail }) {
  const text = useText2();
  usePageTitle(`${task.caseNo} ${text(task.name)}`);
  const { data: file, error, refetch } = useCase(task.caseId);
  return (
    <section className="task-case-parts" aria-label={task.caseTitle}>
      {file !== undefined && (
        <>
          <StandingLine file={file} />
          <CaseTabs file={file} clocksFirst={task.clocks} commentForm={<CommentForm task={task} />} />
        </>
      )}
      {file === undefined && error === null && <Loading rows={8} />}
      {error !== null && file === undefined && <ProblemAlert error={error} onRetry={() => void refetch()} />}
    </section>
  );
}
