import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  end,
  gateway,
  planOf,
  start,
  subProcess,
  throwing,
  user,
} from '../../specimens/plan-sketch.js';

describe('what a completion wrote', () => {
  const written = planOf(
    [
      start(),
      user('draft', { outputs: [{ target: 'title', expression: 'form.title' }] }),
      gateway('fork', 'parallel'),
      user('left', {
        outputs: [{ target: 'title', expression: 'form.title' }],
        milestones: [{ name: 'left_done' }],
      }),
      user('after'),
      user('right', { outputs: [{ target: 'title', expression: 'form.title' }] }),
      user('rest'),
      end(),
    ],
    ['start > draft', 'draft > fork', 'fork > left', 'left > after', 'after > end', 'fork > right', 'right > rest', 'rest > end'],
  ); // prettier-ignore
  const drafted = (): CaseRun =>
    new CaseRun(written).start().complete('draft', undefined, { title: 'draft' });

  it('is taken back with it: data and milestones are as they were', () => {
    const run = drafted();
    const { data } = run;
    const task = run.tokenAt('left');
    run.complete('left', undefined, { title: 'left' });
    expect(run.state.milestones).toHaveProperty('left_done');
    run.command({ kind: 'take-back', task });
    expect(run.data).toEqual({ ...data, left: null });
    expect(run.state.milestones).toEqual({});
    expect(run.effects('milestone-withdrawn')).toEqual([{ kind: 'milestone-withdrawn', name: 'left_done' }]);
  });

  it('stays where somebody else has written since', () => {
    const run = drafted();
    const task = run.tokenAt('left');
    run.complete('left', undefined, { title: 'left' }).complete('right', undefined, { title: 'right' });
    run.command({ kind: 'take-back', task });
    expect(run.data).toMatchObject({ title: 'right', left: null, right: { form: { title: 'right' } } });
  });

  it('is as it was inside a sub-process too', () => {
    const inner = planOf(
      [
        start(),
        subProcess('sub', { variables: [{ name: 'note' }] }),
        start('begin', { parent: 'sub' }),
        user('write', { parent: 'sub', outputs: [{ target: 'note', expression: 'form.note' }] }),
        user('read', { parent: 'sub' }),
        end('done', { parent: 'sub' }),
        end(),
      ],
      ['start > sub', 'sub > end', 'begin > write', 'write > read', 'read > done'],
    );
    const run = new CaseRun(inner).start();
    const task = run.tokenAt('write');
    const noteOf = () => run.state.scopes.find(({ node }) => node === 'sub')?.data?.['note'];
    run.complete('write', undefined, { note: 'mine' });
    expect(noteOf()).toBe('mine');
    run.command({ kind: 'take-back', task });
    expect([noteOf(), run.places]).toEqual([null, ['sub', 'write']]);
  });

  it('is not undone a second time by a compensation', () => {
    const run = new CaseRun(
      planOf(
        [
          start(),
          user('pay'),
          boundary('refunded', 'pay', { trigger: { kind: 'compensation', handler: 'refund' } }),
          user('refund', { forCompensation: true }),
          user('check'),
          throwing('back', { result: { kind: 'compensation', wait: true } }),
          end(),
        ],
        ['start > pay', 'pay > check', 'check > back', 'back > end'],
      ),
    ).start();
    const task = run.tokenAt('pay');
    run.complete('pay');
    run.command({ kind: 'take-back', task });
    run.complete('pay').complete('check').complete('refund');
    expect(run.state.ended?.kind).toBe('completed');
  });
});
