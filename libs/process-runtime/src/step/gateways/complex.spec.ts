import { CaseRun } from '../../specimens/case-run.js';
import { end, gateway, planOf, start, user } from '../../specimens/plan-sketch.js';

const plan = planOf(
  [
    start(),
    gateway('fork', 'parallel'),
    user('a'),
    user('b'),
    user('c'),
    { id: 'two_of_three', type: 'complexGateway', activation: 'activationCount >= 2' },
    user('go_on'),
    user('late'),
    end(),
  ],
  [
    'start > fork',
    'fork > a',
    'fork > b',
    'fork > c',
    'a > two_of_three',
    'b > two_of_three',
    'c > two_of_three',
    'two_of_three > go_on',
    'two_of_three > late : tellLate',
    'go_on > end',
    'late > end',
  ],
);

describe('complex gateways', () => {
  it('fire once when the activation condition turns true, and take in what still comes', () => {
    const run = new CaseRun(plan).start().complete('c');
    expect(run.places).toEqual(['a', 'b', 'two_of_three']);
    expect(run.complete('a').places).toEqual(['b', 'go_on']);
    expect(run.complete('b').places).toEqual(['go_on']);
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
    expect(run.complete('go_on').state.ended?.kind).toBe('completed');
  });

  it('at the reset send a token only where a condition says so', () => {
    const run = new CaseRun(plan).start().complete('a').complete('b');
    run.evaluate = (text) => ({ ok: true, value: text === 'tellLate' });
    expect(run.complete('c').places).toEqual(['go_on', 'late']);
  });

  it('reset when nothing more can come', () => {
    const two = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        user('a'),
        user('b'),
        { id: 'first', type: 'complexGateway', activation: 'activationCount >= 1' },
        user('go_on'),
        end(),
      ],
      ['start > fork', 'fork > a', 'fork > b', 'a > first', 'b > first', 'first > go_on', 'go_on > a'],
    );
    const run = new CaseRun(two).start().complete('a').complete('b').complete('go_on').complete('a');
    expect(run.places).toEqual(['go_on']);
  });

  it('without a way on are an incident', () => {
    const bare = planOf(
      [start(), { id: 'x', type: 'complexGateway' }, user('a'), user('b'), end()],
      ['start > x', 'x > a : no', 'x > b : no', 'a > end', 'b > end'],
    );
    expect(new CaseRun(bare).start().effects('incident')).toMatchObject([{ code: 'CASES.NO_FLOW_TAKEN' }]);
  });
});
