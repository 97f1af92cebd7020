import { CaseRun } from '../../specimens/case-run.js';
import { boundary, end, gateway, planOf, start, subProcess, user } from '../../specimens/plan-sketch.js';
import { describeWaiting } from '../../state/describe-waiting.js';

const plan = planOf(
  [
    start(),
    subProcess('visit', { inputs: [{ target: 'visitOf', expression: 'institution' }] }),
    start('inner', { parent: 'visit' }),
    gateway('fork', 'parallel', 'visit'),
    user('lead', { parent: 'visit' }),
    user('support', { parent: 'visit' }),
    boundary('late', 'visit', { closesAs: 'too-late' }),
    user('after'),
    end(),
  ],
  [
    'start > visit',
    'inner > fork',
    'fork > lead',
    'fork > support',
    'visit > after',
    'late > after',
    'after > end',
  ],
);

describe('sub-processes', () => {
  it('take their input into the case data and open a scope', () => {
    const run = new CaseRun(plan).start({ institution: 'Sunflower' });
    expect(run.data['visitOf']).toBe('Sunflower');
    expect(run.state.scopes).toHaveLength(2);
    expect(describeWaiting(plan, run.state)).toEqual([
      { node: 'visit', incident: false },
      { node: 'lead', incident: false },
      { node: 'support', incident: false },
    ]);
  });

  it('are left when the last token inside is gone, and their waits with them', () => {
    const run = new CaseRun(plan).start().complete('lead');
    expect(run.places).toEqual(['support', 'visit']);
    run.complete('support');
    expect(run.places).toEqual(['after']);
    expect(run.effects('activity-completed').map(({ node }) => node)).toEqual(['support', 'visit']);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
    expect(run.armed).toEqual([]);
  });

  it('are taken away whole by an interrupting event', () => {
    const run = new CaseRun(plan).start().complete('lead').fire('late');
    expect(run.effects('task-closed')).toMatchObject([
      { node: 'support', how: 'cancelled', outcome: 'too-late' },
    ]);
    expect(run.places).toEqual(['after']);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
  });
});
