import type { AdHocRule } from '../../plan/plan-node.js';
import { CaseRun } from '../../specimens/case-run.js';
import { end, planOf, start, subProcess, user } from '../../specimens/plan-sketch.js';

const plan = (adHoc: AdHocRule) =>
  planOf(
    [
      start(),
      subProcess('any', { adHoc }),
      user('a', { parent: 'any' }),
      user('b', { parent: 'any', outputs: [{ target: 'enough', expression: 'form.enough' }] }),
      user('c', { parent: 'any' }),
      user('after'),
      end(),
    ],
    ['start > any', 'any > after', 'a > c', 'after > end'],
  );
const parallel = { ordering: 'parallel', cancelRemaining: true } as const;

describe('ad-hoc sub-processes', () => {
  it('enter each activity without an incoming flow once, and are done when all is done', () => {
    const run = new CaseRun(plan(parallel)).start();
    expect(run.places).toEqual(['a', 'any', 'b']);
    run.complete('a').complete('b');
    expect(run.places).toEqual(['any', 'c']);
    expect(run.complete('c').places).toEqual(['after']);
  });

  it('sequential ones do one after the other', () => {
    const run = new CaseRun(plan({ ...parallel, ordering: 'sequential' })).start();
    expect(run.places).toEqual(['a', 'any']);
    const scope = run.state.scopes.find(({ node }) => node === 'any')?.id ?? '';
    expect(run.apply({ kind: 'start-activity', scope, node: 'b' })?.code).toBe('CASES.ONE_AT_A_TIME');
    expect(run.complete('a').places).toEqual(['any', 'c']);
    expect(run.complete('c').places).toEqual(['any', 'b']);
    expect(run.complete('b').places).toEqual(['after']);
  });

  it('end the rest when the completion condition turns true', () => {
    const run = new CaseRun(plan({ ...parallel, completion: 'enough' })).start();
    run.complete('b', undefined, { enough: true });
    expect(run.places).toEqual(['after']);
    expect(run.effects('task-closed').map(({ node, how }) => [node, how])).toEqual([
      ['b', 'completed'],
      ['a', 'cancelled'],
    ]);
  });

  it('or let what is under way be done', () => {
    const run = new CaseRun(plan({ ...parallel, completion: 'enough', cancelRemaining: false })).start();
    run.complete('b', undefined, { enough: true });
    expect(run.places).toEqual(['a', 'any']);
    expect(run.complete('a').complete('c').places).toEqual(['after']);
  });

  it('stay open until the condition holds, for somebody to begin something again', () => {
    const run = new CaseRun(plan({ ...parallel, completion: 'enough' })).start();
    run.complete('b').complete('a').complete('c');
    expect(run.places).toEqual(['any']);
    const scope = run.state.scopes.find(({ node }) => node === 'any')?.id ?? '';
    expect(run.apply({ kind: 'start-activity', scope, node: 'c' })?.code).toBe('CASES.ACTIVITY_NOT_INSIDE');
    expect(run.apply({ kind: 'start-activity', scope: 'root', node: 'b' })?.code).toBe('CASES.NOT_AD_HOC');
    run.command({ kind: 'start-activity', scope, node: 'b' }).complete('b', undefined, { enough: true });
    expect(run.places).toEqual(['after']);
  });

  it('are done when a change of data makes the condition true and nothing is left to do', () => {
    const run = new CaseRun(plan({ ...parallel, completion: 'enough' })).start();
    run.command({ kind: 'set-data', values: { enough: true } });
    // What is under way is judged when it completes.
    expect(run.places).toEqual(['a', 'any', 'b']);
    run.command({ kind: 'set-data', values: { enough: false } });
    run.complete('a').complete('c').complete('b');
    expect(run.places).toEqual(['any']);
    expect(run.command({ kind: 'set-data', values: { enough: true } }).places).toEqual(['after']);
  });
});
