import { CaseRun } from '../../specimens/case-run.js';
import { boundary, end, planOf, start, user } from '../../specimens/plan-sketch.js';

const outcome = (code: string) => ({ code, name: { zh: code, en: code } });

const plan = planOf(
  [
    start(),
    user('review', {
      inputs: [{ target: 'subject', expression: 'institution' }],
      outcomes: [outcome('complete'), outcome('supplement')],
      outputs: [
        { target: 'rounds', expression: 'rounds + 1' },
        { target: 'lastOutcome', expression: 'outcome' },
        { target: 'note', expression: 'form.note' },
      ],
    }),
    boundary('late', 'review'),
    end(),
  ],
  [
    'start > review',
    'review > end : outcome = "complete"',
    'review > review : outcome = "supplement"',
    'late > end',
  ],
);

describe('user tasks', () => {
  it('opens a task with its input and arms its boundary', () => {
    const run = new CaseRun(plan).start({ institution: 'Sunflower' });
    expect(run.effects('task-created')).toEqual([
      { kind: 'task-created', task: run.tokenAt('review'), node: 'review', input: { subject: 'Sunflower' } },
    ]);
    expect(run.armed).toEqual(['late']);
  });

  it('keeps the latest completion under its id and evaluates the outputs in order', () => {
    const run = new CaseRun(plan).start({ rounds: 0 });
    const first = run.tokenAt('review');
    run.complete('review', 'supplement', { note: 'plan of the rooms' });
    expect(run.effects('activity-completed')).toEqual([
      { kind: 'activity-completed', node: 'review', outcome: 'supplement' },
    ]);
    expect(run.tokenAt('review')).not.toBe(first);
    run.complete('review', 'complete', { note: 'all there' });
    expect(run.data).toEqual({
      rounds: 2,
      lastOutcome: 'complete',
      note: 'all there',
      review: { outcome: 'complete', form: { note: 'all there' } },
    });
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('refuses an outcome it does not have, and a missing one', () => {
    const run = new CaseRun(plan).start();
    const before = run.state;
    const complete = { kind: 'complete-task', task: run.tokenAt('review'), data: {} } as const;
    expect(run.apply({ ...complete, outcome: 'consent' })?.code).toBe('CASES.OUTCOME_UNKNOWN');
    expect(run.apply(complete)?.code).toBe('CASES.OUTCOME_UNKNOWN');
    expect(run.state).toBe(before);
  });

  it('refuses a second completion of the same task', () => {
    const run = new CaseRun(plan).start({ rounds: 0 });
    const task = run.tokenAt('review');
    run.complete('review', 'supplement');
    const again = run.apply({ kind: 'complete-task', task, outcome: 'complete', data: {} });
    expect(again).toMatchObject({ kind: 'conflict', code: 'CASES.TASK_NOT_OPEN' });
  });

  it('closes what was armed for it before the next one is armed', () => {
    const run = new CaseRun(plan).start({ rounds: 0 });
    const late = run.waitAt('late');
    run.complete('review', 'supplement');
    expect(run.effects('wait-closed')).toEqual([{ kind: 'wait-closed', wait: late }]);
    expect(run.armed).toEqual(['late']);
    expect(run.apply({ kind: 'timer', wait: late })?.code).toBe('CASES.TIMER_NOT_ARMED');
  });

  it('may end with an error: caught like any other, else the person is asked anew', () => {
    const plan = planOf(
      [
        start(),
        user('a'),
        boundary('refused', 'a', { trigger: { kind: 'error', code: 'REFUSED' } }),
        user('b'),
        end(),
      ],
      ['start > a', 'a > end', 'refused > b', 'b > end'],
    );
    const failing = (code: string): CaseRun =>
      new CaseRun(plan).start().serve('a', { kind: 'error', code, data: {} });
    expect(failing('REFUSED').places).toEqual(['b']);
    const run = failing('OTHER');
    expect(run.last.map(({ kind }) => kind)).toEqual(['task-closed', 'incident']);
    expect(run.retry('a').effects('task-created')).toHaveLength(1);
    expect(run.complete('a').state.ended?.kind).toBe('completed');
  });
});
