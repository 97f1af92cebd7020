import { CaseRun } from '../../specimens/case-run.js';
import { end, planOf, start, user } from '../../specimens/plan-sketch.js';

const plan = planOf(
  [
    start('start', { milestones: [{ name: 'registered', at: 'event.at' }] }),
    user('a', {
      outputs: [{ target: 'kind', expression: 'form.kind' }],
      milestones: [
        { name: 'done' },
        { name: 'never', when: 'false' },
        { name: 'back', at: 'milestones.registered' },
      ],
      clockStops: [{ action: 'stop', ground: 'supplement' }],
      emits: [
        { type: 'a.done.v1', when: 'kind = "x"', data: [{ target: 'at', expression: 'milestones.done' }] },
        { type: 'a.other.v1', when: 'kind = "y"', data: [] },
      ],
    }),
    user('b', { milestones: [{ name: 'broken', at: 'form.at' }] }),
    end(),
  ],
  ['start > a', 'a > b', 'b > end'],
);
const registered = '2026-02-27T10:00:00+08:00';

describe('what completing a node says', () => {
  it('data first, then milestones, clocks and events, each seeing what came before', () => {
    const run = new CaseRun(plan)
      .start({}, 'start', { at: registered })
      .complete('a', undefined, { kind: 'x' });
    expect(run.last.slice(1, 7)).toEqual([
      { kind: 'activity-completed', node: 'a' },
      { kind: 'milestone', name: 'done', at: run.now },
      { kind: 'milestone', name: 'back', at: registered },
      { kind: 'clock-stop', action: 'stop', ground: 'supplement', node: 'a' },
      { kind: 'event-emitted', type: 'a.done.v1', data: { at: run.now }, node: 'a' },
      { kind: 'node-passed', node: 'a' },
    ]);
    expect(run.state.milestones).toEqual({ registered, done: run.now, back: registered });
  });

  it('a milestone without an instant is an incident', () => {
    const run = new CaseRun(plan).start({}, 'start', { at: registered }).complete('a').complete('b');
    expect(run.effects('incident')).toMatchObject([{ node: 'b', code: 'CASES.MILESTONE_WITHOUT_INSTANT' }]);
  });

  it('several ways without a gateway are all taken; none that holds is an incident', () => {
    const fork = planOf(
      [start(), user('a'), user('b'), user('c'), end()],
      ['start > a', 'a > b : form.b', 'a > c : form.c', 'b > end', 'c > end'],
    );
    expect(new CaseRun(fork).start().complete('a', undefined, { b: true, c: true }).places).toEqual([
      'b',
      'c',
    ]);
    expect(new CaseRun(fork).start().complete('a').effects('incident')).toMatchObject([
      { code: 'CASES.NO_FLOW_TAKEN' },
    ]);
  });
});
