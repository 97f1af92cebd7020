import type { CaseDetail, CaseTask } from '@lianban/contracts';
import { standingOf } from './standing.js';

const text = (zh: string) => ({ zh, en: zh });

const task = (name: string, office: string, more: Partial<CaseTask> = {}): CaseTask => ({
  id: name,
  node: name,
  caseId: 'c',
  caseNo: '2026-1',
  caseTitle: 'Nursery',
  name: text(name),
  office: { id: office, name: text(office) },
  createdAt: '2026-03-02T01:00:00Z',
  mark: 'none',
  status: 'open',
  version: 1,
  ...more,
});

const file = (more: Partial<CaseDetail>): CaseDetail =>
  ({ status: 'open', tasks: [], court: [], ...more }) as CaseDetail;

const held = (name: string, holder: string, kind: 'office' | 'person' | 'applicant', seconds: number) => ({
  obligation: name,
  node: name,
  name: text(name),
  intervals: [{ holder: text(holder), kind, from: '2026-03-02T01:00:00Z', workingSeconds: seconds }],
});

describe('where a case stands', () => {
  it('is told by the most urgent open task, with the offices beside it', () => {
    const standing = standingOf(
      file({
        tasks: [
          task('site', 'planning', { dueAt: '2026-03-03T09:30:00Z' }),
          task('fire', 'fire', { mark: 'overdue', dueAt: '2026-03-05T09:30:00Z' }),
          task('scope', 'market', { status: 'completed', mark: 'overdue' }),
        ],
        court: [held('fire', 'fire', 'office', 7200), held('site', 'planning', 'office', 3600)],
      }),
    );
    expect(standing).toMatchObject({ kind: 'held', workingSeconds: 7200, others: 1 });
    expect(standing.kind === 'held' && standing.task.id).toBe('fire');
  });

  it('counts one office with two tasks once', () => {
    const standing = standingOf(file({ tasks: [task('a', 'health'), task('b', 'health')] }));
    expect(standing).toMatchObject({ others: 0 });
  });

  it('names whom it waits for where nobody has a task', () => {
    expect(standingOf(file({ court: [held('file', 'Nursery', 'applicant', 0)] }))).toMatchObject({
      kind: 'waiting',
      holder: text('Nursery'),
    });
  });

  it('ends with its outcome', () => {
    const ended = file({ status: 'ended', outcome: 'lapsed', endedAt: '2026-03-05T01:00:00Z' });
    expect(standingOf(ended)).toEqual({ kind: 'ended', at: '2026-03-05T01:00:00Z', outcome: 'lapsed' });
  });
});
