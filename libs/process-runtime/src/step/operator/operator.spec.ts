import type { SigningRule } from '../../plan/loop-definition.js';
import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  catching,
  end,
  gateway,
  planOf,
  service,
  start,
  subProcess,
  user,
} from '../../specimens/plan-sketch.js';

/** draft → review → fork → (fire | market → visit) → join → issue → end. */
const approval = planOf(
  [
    start(),
    user('draft'),
    user('review'),
    gateway('fork', 'parallel'),
    user('fire'),
    user('market'),
    user('visit'),
    gateway('join', 'parallel'),
    user('issue'),
    end(),
  ],
  [
    'start > draft',
    'draft > review',
    'review > fork',
    'fork > fire',
    'fork > market',
    'market > visit',
    'fire > join',
    'visit > join',
    'join > issue',
    'issue > end',
  ],
);
const verifying = (): CaseRun => new CaseRun(approval).start().complete('draft').complete('review');

describe('a return', () => {
  it('from inside a parallel branch takes the other branches away with the task and walks again', () => {
    const run = verifying().complete('market');
    run.command({ kind: 'return-to', task: run.tokenAt('fire'), node: 'review', then: 'walk-again' });
    expect(run.places).toEqual(['review']);
    expect(
      run
        .effects('task-closed')
        .map(({ node, by }) => `${node} ${by}`)
        .toSorted(),
    ).toEqual(['fire return-to', 'visit return-to']);
    expect(run.complete('review').places).toEqual(['fire', 'market']);
  });

  it('takes away what waits at the join already', () => {
    const run = verifying().complete('fire').complete('market');
    run.command({ kind: 'return-to', task: run.tokenAt('visit'), node: 'review', then: 'walk-again' });
    expect(run.places).toEqual(['review']);
  });

  it('within its branch leaves the other branches alone', () => {
    const run = verifying().complete('market');
    run.command({ kind: 'return-to', task: run.tokenAt('visit'), node: 'market', then: 'walk-again' });
    expect(run.places).toEqual(['fire', 'market']);
  });

  it('that comes straight back touches nobody else and leads back to the same step', () => {
    const run = verifying();
    run.command({ kind: 'return-to', task: run.tokenAt('fire'), node: 'draft', then: 'come-back' });
    expect(run.places).toEqual(['draft', 'market']);
    expect(run.complete('draft').places).toEqual(['fire', 'market']);
    expect(run.complete('fire').complete('market').complete('visit').places).toEqual(['issue']);
  });

  it('leaves a sub-process as a whole', () => {
    const plan = planOf(
      [
        start(),
        user('first'),
        subProcess('inside'),
        start('begin', { parent: 'inside' }),
        user('inner', { parent: 'inside' }),
        end(),
      ],
      ['start > first', 'first > inside', 'begin > inner', 'inside > end'],
    );
    const run = new CaseRun(plan).start().complete('first');
    run.command({ kind: 'return-to', task: run.tokenAt('inner'), node: 'first', then: 'walk-again' });
    expect(run.places).toEqual(['first']);
    expect(run.state.scopes).toHaveLength(1);
    expect(run.complete('first').places).toEqual(['inner', 'inside']);
  });

  it.each(['issue', 'market', 'nowhere', 'fire'])(
    'is refused to %s, which did not lead to the task',
    (node) => {
      const run = verifying();
      const { state } = run;
      const task = run.tokenAt('fire');
      expect(run.apply({ kind: 'return-to', task, node, then: 'walk-again' })).toMatchObject({
        kind: 'conflict',
        code: 'CASES.NOT_UPSTREAM',
      });
      expect(run.state).toBe(state);
    },
  );
});

describe('taking back', () => {
  it('opens the step again while nobody has acted on what came of it', () => {
    const run = new CaseRun(approval).start().complete('draft');
    const task = run.tokenAt('review');
    run.complete('review');
    run.command({ kind: 'take-back', task });
    expect(run.places).toEqual(['review']);
    expect(run.effects('task-closed').map(({ node, by }) => `${node} ${by}`)).toEqual([
      'fire take-back',
      'market take-back',
    ]);
    expect(run.state).not.toHaveProperty('takeBacks');
    expect(run.complete('review').places).toEqual(['fire', 'market']);
  });

  it('is over once something that came of it was done', () => {
    const run = new CaseRun(approval).start().complete('draft');
    const task = run.tokenAt('review');
    run.complete('review').complete('fire');
    expect(run.apply({ kind: 'take-back', task })?.code).toBe('CASES.NOTHING_TO_TAKE_BACK');
  });

  it('is not possible where a token joined others, or another system was asked', () => {
    const run = verifying().complete('fire').complete('market');
    const joined = run.tokenAt('visit');
    run.complete('visit');
    expect(run.apply({ kind: 'take-back', task: joined })?.code).toBe('CASES.NOTHING_TO_TAKE_BACK');
    const asked = new CaseRun(
      planOf(
        [
          start(),
          user('ask'),
          service('push', { implementation: { kind: 'conductor', operation: 'push' } }),
          end(),
        ],
        ['start > ask', 'ask > push', 'push > end'],
      ),
    ).start();
    const task = asked.tokenAt('ask');
    asked.complete('ask');
    expect(asked.apply({ kind: 'take-back', task })?.code).toBe('CASES.NOTHING_TO_TAKE_BACK');
  });
});

describe('signers', () => {
  const rule: SigningRule = {
    mode: 'all',
    consent: 'agree',
    passed: 'passed',
    rejected: 'rejected',
    open: true,
  };
  const signing = (more: Partial<SigningRule> = {}, sequential = false) =>
    planOf(
      [
        start(),
        user('sign', {
          outcomes: [
            { code: 'agree', name: { zh: '', en: '' } },
            { code: 'refuse', name: { zh: '', en: '' } },
          ],
          loop: {
            kind: 'multi',
            sequential,
            collection: 'signers',
            item: 'signer',
            behavior: 'all',
            signing: { ...rule, ...more },
          },
        }),
        user('after'),
        end(),
      ],
      ['start > sign', 'sign > after', 'after > end'],
    );
  const holder = (run: CaseRun): string =>
    run.state.tokens.find(({ holds }) => holds !== undefined)?.id ?? '';

  it('are added while it runs, and their consent is needed too', () => {
    const run = new CaseRun(signing()).start({ signers: ['a'] });
    run.command({ kind: 'add-signer', activity: holder(run), item: 'b' });
    expect(run.effects('task-created')).toMatchObject([
      { node: 'sign', instance: { counter: 2, item: 'b' } },
    ]);
    expect(run.complete('sign', 'agree').places).toContain('sign');
    expect(run.complete('sign', 'agree').places).toEqual(['after']);
  });

  it('of a sequence come when it is their turn', () => {
    const run = new CaseRun(signing({ mode: 'sequence' }, true)).start({ signers: ['a'] });
    run.command({ kind: 'add-signer', activity: holder(run), item: 'b' });
    expect(run.effects('task-created')).toEqual([]);
    expect(run.complete('sign', 'agree').effects('task-created')).toMatchObject([
      { instance: { item: 'b' } },
    ]);
  });

  it('that are removed are needed no more: what is left may be decided by that', () => {
    const run = new CaseRun(signing()).start({ signers: ['a', 'b'] }).complete('sign', 'agree');
    run.command({ kind: 'remove-signer', task: run.tokenAt('sign') });
    expect(run.places).toEqual(['after']);
    expect(run.allOf('task-closed').at(-1)).toMatchObject({ how: 'cancelled', by: 'remove-signer' });
    expect(run.data['sign']).toMatchObject({ outcome: 'passed' });
  });

  it.each([false, true])(
    'take their own signature back while the round is open (in sequence: %s)',
    (sequence) => {
      const run = new CaseRun(signing(sequence ? { mode: 'sequence' } : {}, sequence)).start({
        signers: ['a', 'b', 'c'],
      });
      const task = run.tokenAt('sign');
      run.complete('sign', 'agree');
      run.command({ kind: 'take-back', task });
      expect(run.effects('task-created')).toMatchObject([
        { node: 'sign', instance: { counter: 1, item: 'a' } },
      ]);
      const open = run.state.tokens.filter(({ instance }) => instance !== undefined);
      expect(open.map(({ instance }) => JSON.stringify(instance?.item)).toSorted()).toEqual(
        sequence ? ['"a"'] : ['"a"', '"b"', '"c"'],
      );
      const said = (['agree', 'agree', 'agree'] as const).map(
        (outcome) => run.complete('sign', outcome).places,
      );
      expect(said.at(-1)).toEqual(['after']);
      expect(run.data['sign']).toMatchObject({
        outcome: 'passed',
        results: [{ outcome: 'agree' }, { outcome: 'agree' }, { outcome: 'agree' }],
      });
    },
  );

  it('of a sequence take nothing back once the next one has signed', () => {
    const run = new CaseRun(signing({ mode: 'sequence' }, true)).start({ signers: ['a', 'b', 'c'] });
    const passed = run.tokenAt('sign');
    run.complete('sign', 'agree').complete('sign', 'agree');
    expect(run.apply({ kind: 'take-back', task: passed })?.code).toBe('CASES.NOTHING_TO_TAKE_BACK');
  });

  it('are not all removed, and not changed where the process fixes them', () => {
    const last = new CaseRun(signing()).start({ signers: ['a'] });
    expect(last.apply({ kind: 'remove-signer', task: last.tokenAt('sign') })?.code).toBe('CASES.LAST_SIGNER');
    const fixed = new CaseRun(signing({ open: false })).start({ signers: ['a', 'b'] });
    const refused = [
      fixed.apply({ kind: 'add-signer', activity: holder(fixed), item: 'c' }),
      fixed.apply({ kind: 'remove-signer', task: fixed.tokenAt('sign') }),
    ];
    expect(refused.map((error) => error?.code)).toEqual(['CASES.SIGNERS_FIXED', 'CASES.SIGNERS_FIXED']);
  });
});

describe('a suspension', () => {
  const waiting = planOf(
    [
      start(),
      user('work'),
      boundary('late', 'work', { trigger: { kind: 'message', message: 'm' } }),
      user('answered'),
      end(),
      catching('storm', { kind: 'signal', signal: 's' }),
      user('visit'),
    ],
    [
      'start > work',
      'start > storm',
      'work > end',
      'late > answered',
      'answered > end',
      'storm > visit',
      'visit > end',
    ],
  );

  it('refuses people and clocks, keeps messages and signals, and delivers them when it is lifted', () => {
    const run = new CaseRun(waiting).start();
    run.command({ kind: 'suspend', ground: 'judicial' });
    expect(run.effects('case-suspended')).toMatchObject([{ ground: 'judicial' }]);
    const { state } = run;
    const refused = [
      run.apply({ kind: 'complete-task', task: run.tokenAt('work'), data: {} }),
      run.apply({ kind: 'timer', wait: 'w1' }),
      run.apply({ kind: 'suspend', ground: 'other' }),
      run.apply({ kind: 'move-token', token: run.tokenAt('work'), node: 'visit' }),
    ];
    expect(refused.map((error) => error?.code)).toEqual(Array(4).fill('CASES.SUSPENDED'));
    expect(run.state).toBe(state);
    run.message('m').signal('s');
    expect(run.places).toEqual(['storm', 'work']);
    run.command({ kind: 'resume' });
    expect(run.places).toEqual(['answered', 'visit']);
    expect(run.state.buffer).toEqual([]);
    expect(run.state).not.toHaveProperty('suspended');
    expect(run.apply({ kind: 'resume' })?.code).toBe('CASES.NOT_SUSPENDED');
  });
});

describe('an administrator', () => {
  const nested = planOf(
    [
      start(),
      user('first'),
      subProcess('inside'),
      start('begin', { parent: 'inside' }),
      user('inner', { parent: 'inside' }),
      user('second', { parent: 'inside' }),
      end('inner_end', { parent: 'inside' }),
      user('last'),
      end(),
    ],
    [
      'start > first',
      'first > inside',
      'begin > inner',
      'inner > second',
      'second > inner_end',
      'inside > last',
      'last > end',
    ],
  );

  it('moves a token forth, into a sub-process and out of it again', () => {
    const run = new CaseRun(nested).start();
    run.command({ kind: 'move-token', token: run.tokenAt('first'), node: 'second' });
    expect(run.places).toEqual(['inside', 'second']);
    run.command({ kind: 'move-token', token: run.tokenAt('second'), node: 'last' });
    expect(run.places).toEqual(['last']);
    expect(run.state.scopes).toHaveLength(1);
    expect(run.allOf('task-closed').map(({ by }) => by)).toEqual(['move-token', 'move-token']);
    expect(run.complete('last').state.ended).toMatchObject({ kind: 'completed' });
  });

  it('adds a token and takes one away; the last of a sub-process completes it, the last of a case stays', () => {
    const run = new CaseRun(nested).start().complete('first');
    run.command({ kind: 'insert-token', node: 'last' });
    expect(run.places).toEqual(['inner', 'inside', 'last']);
    run.command({ kind: 'cancel-token', token: run.tokenAt('last') });
    run.command({ kind: 'cancel-token', token: run.tokenAt('inner') });
    expect(run.places).toEqual(['last']);
    expect(run.apply({ kind: 'cancel-token', token: run.tokenAt('last') })?.code).toBe('CASES.LAST_TOKEN');
  });

  it.each([
    { kind: 'set-data', values: { a: 1 } },
    { kind: 'suspend', ground: 'other' },
    { kind: 'resume' },
    { kind: 'insert-token', node: 'last' },
  ] as const)('does nothing with a case that has not started: $kind', (command) => {
    expect(new CaseRun(nested).apply(command)?.code).toBe('CASES.NOT_STARTED');
  });

  it('opens a sub-process on the way with its variables', () => {
    const plan = planOf(
      [
        start(),
        user('first'),
        subProcess('around', { variables: [{ name: 'mark' }] }),
        start('begin', { parent: 'around' }),
        user('look', { parent: 'around', outputs: [{ target: 'mark', expression: '3' }] }),
        user('write', { parent: 'around' }),
        end(),
      ],
      ['start > first', 'first > around', 'begin > look', 'look > write', 'around > end'],
    );
    const run = new CaseRun(plan).start();
    run.command({ kind: 'move-token', token: run.tokenAt('first'), node: 'look' }).complete('look');
    expect(run.data['mark']).toBeUndefined();
    expect(run.state.scopes).toMatchObject([{ id: 'root' }, { data: { mark: 3 } }]);
  });

  it.each(['start', 'begin', 'nowhere'])('does not move a token to %s', (node) => {
    const run = new CaseRun(nested).start();
    expect(run.apply({ kind: 'move-token', token: run.tokenAt('first'), node })?.code).toBe(
      'CASES.NO_SUCH_TARGET',
    );
  });

  it('changes data, and a condition that waited for it fires', () => {
    const run = new CaseRun(
      planOf(
        [start(), catching('until', { kind: 'condition', condition: 'paid' }), user('after'), end()],
        ['start > until', 'until > after', 'after > end'],
      ),
    ).start({ paid: false });
    run.command({ kind: 'set-data', values: { paid: true } });
    expect(run.places).toEqual(['after']);
    expect(run.data).toMatchObject({ paid: true });
    expect(run.apply({ kind: 'set-data', values: {}, scope: 's99' })?.code).toBe('CASES.NO_SUCH_SCOPE');
  });
});
