import type { CaseDetail, CaseTask, TaskRow, Text2 } from '@lianban/contracts';

type File = Pick<CaseDetail, 'status' | 'outcome' | 'endedAt' | 'tasks' | 'court'>;

/** Where a case stands, as facts for one sentence. */
export type Standing =
  | { readonly kind: 'ended'; readonly at: string; readonly outcome?: string }
  | {
      readonly kind: 'held';
      readonly task: CaseTask;
      readonly holder: Text2;
      readonly workingSeconds: number;
      /** Other offices that work beside it. */
      readonly others: number;
    }
  | { readonly kind: 'waiting'; readonly holder: Text2; readonly name: Text2; readonly since: string }
  | { readonly kind: 'nothing' };

const urgency: Readonly<Record<TaskRow['mark'], number>> = { overdue: 0, 'due-soon': 1, none: 2, paused: 3 };

const moreUrgent = (a: TaskRow, b: TaskRow): number =>
  urgency[a.mark] - urgency[b.mark] || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9');

/** The most urgent open task speaks for the case; without one, whoever it waits for. */
export function standingOf(file: File): Standing {
  if (file.status === 'ended') {
    const outcome = file.outcome === undefined ? {} : { outcome: file.outcome };
    return { kind: 'ended', at: file.endedAt ?? '', ...outcome };
  }
  const open = file.tasks.filter((task) => task.status === 'open').toSorted(moreUrgent);
  const [task] = open;
  if (task !== undefined) {
    const track = file.court.find(
      ({ node, intervals }) => node === task.node && intervals.at(-1)?.to === undefined,
    );
    return {
      kind: 'held',
      task,
      holder: task.office.name,
      // Its office and its people hold a step together; the institution's time in between is not theirs.
      workingSeconds: (track?.intervals ?? [])
        .filter(({ kind }) => kind === 'office' || kind === 'person')
        .reduce((sum, { workingSeconds }) => sum + workingSeconds, 0),
      others: new Set(open.map(({ office }) => office.id)).size - 1,
    };
  }
  const waits = file.court.flatMap(({ name, intervals }) => {
    const last = intervals.at(-1);
    return last === undefined || last.to !== undefined ? [] : [{ name, last }];
  });
  const wait = waits.find(({ last }) => last.kind === 'applicant') ?? waits[0];
  return wait === undefined
    ? { kind: 'nothing' }
    : { kind: 'waiting', holder: wait.last.holder, name: wait.name, since: wait.last.from };
}
