import { CaseRun } from '../../specimens/case-run.js';
import { boundary, end, gateway, planOf, start, subProcess, user } from '../../specimens/plan-sketch.js';

describe('exclusive gateways', () => {
  const flows = ['start > choose', 'choose > a : x = 1', 'choose > b : x < 5', 'a > end', 'b > end'];
  const nodes = [start(), gateway('choose', 'exclusive'), user('a'), user('b'), user('c'), end()];

  it.each([
    [1, 'a'],
    [2, 'b'],
    [9, 'c'],
  ])('with x = %d goes to %s: the first that holds, else the default', (x, place) => {
    const plan = planOf(nodes, [...flows, 'choose > c : default', 'c > end']);
    expect(new CaseRun(plan).start({ x }).places).toEqual([place]);
  });

  it('stops as an incident where nothing holds, and goes on once it does', () => {
    const connected = nodes.filter(({ id }) => id !== 'c');
    const run = new CaseRun(planOf(connected, flows)).start({ x: 9 });
    expect(run.effects('incident')).toMatchObject([{ node: 'choose', code: 'CASES.NO_FLOW_TAKEN' }]);
    run.evaluate = () => ({ ok: true, value: true });
    expect(run.retry('choose').places).toEqual(['a']);
  });

  it('takes a condition that is neither true nor false for a failure', () => {
    const plan = planOf(nodes, [
      'start > choose',
      'choose > a : "yes"',
      'choose > b : default',
      'a > end',
      'b > end',
    ]);
    expect(new CaseRun(plan).start().effects('incident')).toMatchObject([
      { code: 'EXPRESSIONS.NOT_BOOLEAN' },
    ]);
  });
});

describe('parallel gateways', () => {
  const plan = planOf(
    [
      start(),
      gateway('fork', 'parallel'),
      user('a'),
      user('b'),
      gateway('join', 'parallel'),
      user('after'),
      end(),
    ],
    ['start > fork', 'fork > a', 'fork > b', 'a > join', 'b > join', 'join > after', 'after > end'],
  );

  it('open all ways and wait for all', () => {
    const run = new CaseRun(plan).start();
    expect(run.places).toEqual(['a', 'b']);
    expect(run.complete('b').places).toEqual(['a', 'join']);
    expect(run.complete('a').places).toEqual(['after']);
  });

  it('two tokens on one way do not stand in for the other way', () => {
    const again = planOf(
      [
        start(),
        gateway('fork', 'parallel'),
        user('a'),
        user('b'),
        gateway('more', 'parallel'),
        gateway('join', 'parallel'),
        user('after'),
        end(),
      ],
      [
        'start > fork',
        'fork > a',
        'fork > b',
        'a > more',
        'more > join',
        'more > a',
        'b > join',
        'join > after',
        'after > end',
      ],
    );
    const run = new CaseRun(again).start().complete('a').complete('a');
    expect(run.places).toEqual(['a', 'b', 'join', 'join']);
    expect(run.complete('b').places).toEqual(['a', 'after', 'join']);
  });
});

describe('inclusive gateways', () => {
  it('wait for no token that may come by the same way again, by an interrupting event too', () => {
    const plan = planOf(
      [
        start(),
        gateway('again', 'exclusive'),
        gateway('fork', 'parallel'),
        gateway('some', 'inclusive'),
        user('a'),
        boundary('refused', 'a', { trigger: { kind: 'message', message: 'no' } }),
        user('b'),
        gateway('join', 'inclusive'),
        user('c'),
        gateway('all', 'parallel'),
        gateway('choice', 'exclusive'),
        end(),
      ],
      [
        'start > again',
        'again > fork',
        'fork > some',
        'some > a : default',
        'some > b : false',
        'refused > join',
        'b > join',
        'join > all',
        'fork > c',
        'c > all',
        'a > end',
        'all > choice',
        'choice > again : false',
        'choice > end : default',
      ],
    );
    expect(new CaseRun(plan).start().complete('c').message('no').state.ended?.kind).toBe('completed');
  });

  it('wait for a token that only a boundary event could bring another way', () => {
    const plan = planOf(
      [
        start(),
        user('a'),
        boundary('asked', 'a', { interrupting: false, trigger: { kind: 'message', message: 'asked' } }),
        gateway('join', 'inclusive'),
        user('b'),
        end(),
      ],
      ['start > a', 'a > join', 'asked > join', 'join > b', 'b > end'],
    );
    const run = new CaseRun(plan).start().message('asked').message('asked');
    expect(run.places).toEqual(['a', 'join', 'join']);
    expect(run.complete('a').places).toEqual(['b', 'b']);
  });

  const plan = planOf(
    [
      start(),
      gateway('split', 'inclusive'),
      user('a'),
      user('b'),
      user('c'),
      gateway('join', 'inclusive'),
      user('after'),
      end(),
    ],
    [
      'start > split',
      'split > a : withA',
      'split > b : withB',
      'split > c : default',
      'a > join',
      'b > join',
      'c > join',
      'join > after',
      'after > end',
    ],
  );

  it.each([
    [{ withA: true }, ['a']],
    [{ withA: true, withB: true }, ['a', 'b']],
    [{}, ['c']],
  ])('with %j open %j and wait for just these', (data, places) => {
    const run = new CaseRun(plan).start(data);
    expect(run.places).toEqual(places);
    for (const place of places) {
      expect(run.places).not.toContain('after');
      run.complete(place);
    }
    expect(run.places).toEqual(['after']);
    expect(run.allOf('node-passed').filter(({ node }) => node === 'join')).toHaveLength(1);
  });

  it('without any way and default is an incident', () => {
    const bare = planOf(
      [start(), gateway('split', 'inclusive'), user('a'), user('b'), end()],
      ['start > split', 'split > a : x', 'split > b : y', 'a > end', 'b > end'],
    );
    expect(new CaseRun(bare).start().effects('incident')).toMatchObject([{ code: 'CASES.NO_FLOW_TAKEN' }]);
  });

  /** Two joins that stand at the same time; the second one's way on fails. */
  const two = planOf(
    [
      start(),
      gateway('fork', 'parallel'),
      gateway('split_1', 'inclusive'),
      gateway('split_2', 'inclusive'),
      user('a'),
      user('b'),
      user('c'),
      user('d'),
      gateway('join_1', 'inclusive'),
      gateway('join_2', 'inclusive'),
      user('x'),
      user('y'),
      end(),
    ],
    [
      'start > fork',
      'fork > split_1',
      'fork > split_2',
      'split_1 > a : true',
      'split_1 > b : true',
      'split_2 > c : true',
      'split_2 > d : true',
      'a > join_1',
      'b > join_1',
      'c > join_2',
      'd > join_2',
      'join_1 > x : true',
      'join_1 > end : false',
      'join_2 > y : fail',
      'join_2 > end : fail',
      'x > end',
      'y > end',
    ],
  );

  it('an incident of one join stands on that join, once, and is settled by one retry', () => {
    const run = new CaseRun(two).start().complete('a').complete('c').complete('d');
    expect(run.allOf('incident').map(({ node }) => node)).toEqual(['join_2']);
    run.complete('b');
    expect(run.places).toEqual(['join_2', 'join_2', 'x']);
    expect(run.allOf('incident')).toHaveLength(1);
    const broken = run.state.tokens.find((token) => token.incident)?.id ?? '';
    run.evaluate = () => ({ ok: true, value: true });
    expect(run.apply({ kind: 'retry-incident', token: broken })).toBeUndefined();
    expect(run.places).toEqual(['x', 'y']);
  });
});

it('a gateway without a way on ends its path', () => {
  const plan = planOf(
    [
      start(),
      subProcess('sub'),
      start('inner', { parent: 'sub' }),
      user('a', { parent: 'sub' }),
      gateway('last', 'parallel', 'sub'),
      end(),
    ],
    ['start > sub', 'inner > a', 'a > last', 'sub > end'],
  );
  expect(new CaseRun(plan).start().complete('a').state.ended?.kind).toBe('completed');
});
