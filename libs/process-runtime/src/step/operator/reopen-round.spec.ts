import * as fc from 'fast-check';
import type { SigningRule } from '../../plan/loop-definition.js';
import { CaseRun } from '../../specimens/case-run.js';
import { MODELS } from '../../specimens/lengths.js';
import { boundary, end, planOf, start, user } from '../../specimens/plan-sketch.js';

const rule: SigningRule = {
  mode: 'all',
  consent: 'agree',
  passed: 'passed',
  rejected: 'rejected',
  open: true,
};

const rounds = {
  all: { ...rule },
  any: { ...rule, mode: 'any' },
  ratio: { ...rule, mode: 'ratio', ratio: [2, 3] },
  sequence: { ...rule, mode: 'sequence' },
} as const satisfies Record<SigningRule['mode'], SigningRule>;

const around = (mode: SigningRule['mode']) =>
  planOf(
    [
      start(),
      user('sign', {
        outcomes: [
          { code: 'agree', name: { zh: '同意', en: 'Agree' } },
          { code: 'refuse', name: { zh: '不同意', en: 'Refuse' } },
        ],
        milestones: [{ name: 'signed' }],
        outputs: [{ target: 'last', expression: 'signer' }],
        loop: {
          kind: 'multi',
          sequential: mode === 'sequence',
          collection: 'signers',
          item: 'signer',
          behavior: 'all',
          output: { collection: 'opinions', item: 'outcome' },
          signing: rounds[mode],
        },
      }),
      boundary('late', 'sign', { trigger: { kind: 'message', message: 'late' } }),
      boundary('withdrawn', 'sign', { trigger: { kind: 'compensation', handler: 'undo' } }),
      user('undo', { forCompensation: true }),
      user('after'),
      user('overdue'),
      end(),
    ],
    ['start > sign', 'sign > after', 'after > end', 'late > overdue', 'overdue > end'],
  );

const begun = (mode: SigningRule['mode'], signers = ['a', 'b', 'c']): CaseRun =>
  new CaseRun(around(mode)).start({ signers, last: null });

const taskOf = (run: CaseRun, item: string): string =>
  run.state.tokens.find(({ instance }) => instance?.item === item)?.id ?? '';

const sign = (run: CaseRun, item: string, outcome = 'agree'): string => {
  const task = taskOf(run, item);
  run.command({ kind: 'complete-task', task, data: { of: item }, outcome });
  return task;
};

/** All that a case stands at, but for the ids of what is asked for anew. */
const standing = ({ state, data }: CaseRun) => {
  const { counter: _counter, takeBacks: _takeBacks, tokens, waits, ...rest } = state;
  return {
    ...rest,
    tokens: tokens.map(({ id: _id, ...token }) => JSON.stringify(token)).toSorted(),
    waits: waits.map(({ id: _id, ...wait }) => JSON.stringify(wait)).toSorted(),
    data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)),
  };
};

describe('the signature that ends a round, taken back', () => {
  it.each([
    ['all', ['a', 'b'], 'c', 'agree', []],
    ['any', [], 'b', 'agree', ['a', 'c']],
    ['ratio', ['a'], 'b', 'agree', ['c']],
    ['all', [], 'a', 'refuse', ['b', 'c']],
    ['sequence', ['a', 'b'], 'c', 'agree', []],
    ['sequence', ['a'], 'b', 'refuse', []],
  ] as const)(
    'opens it again as it was (%s, after %j, by %s to %s)',
    (mode, before, last, outcome, spared) => {
      const run = begun(mode);
      for (const item of before) sign(run, item);
      const was = standing(run);
      const task = sign(run, last, outcome);
      expect(run.places).toEqual(['after']);
      run.command({ kind: 'take-back', task });
      expect(standing(run)).toEqual(was);
      expect(run.effects('task-closed')).toMatchObject([
        { node: 'after', how: 'cancelled', by: 'take-back' },
      ]);
      expect(run.effects('milestone-withdrawn')).toEqual([{ kind: 'milestone-withdrawn', name: 'signed' }]);
      expect(run.effects('message-awaited').map(({ node }) => node)).toEqual(['late']);
      expect(
        run
          .effects('task-created')
          .map(({ instance }) => (typeof instance?.item === 'string' ? instance.item : ''))
          .toSorted(),
      ).toEqual([last, ...spared].toSorted());
    },
  );

  it('counts otherwise when it is given otherwise', () => {
    const run = begun('all');
    sign(run, 'a');
    sign(run, 'b');
    run.command({ kind: 'take-back', task: sign(run, 'c') });
    sign(run, 'c', 'refuse');
    expect(run.places).toEqual(['after']);
    expect(run.data).toMatchObject({
      sign: { outcome: 'rejected' },
      opinions: ['agree', 'agree', 'refuse'],
      last: 'c',
    });
  });

  it('lets the others take theirs back, signers come and go, and the boundary take the round away', () => {
    const run = begun('all');
    const first = sign(run, 'a');
    sign(run, 'b');
    run.command({ kind: 'take-back', task: sign(run, 'c') });
    run.command({ kind: 'take-back', task: first });
    expect(taskOf(run, 'a')).not.toBe('');
    const activity = run.state.tokens.find(({ holds }) => holds !== undefined)?.id ?? '';
    run.command({ kind: 'add-signer', activity, item: 'd' });
    for (const item of ['a', 'c']) sign(run, item);
    expect(run.places).toContain('sign');
    run.command({ kind: 'remove-signer', task: taskOf(run, 'd') });
    expect(run.places).toEqual(['after']);
    const again = begun('any');
    again.command({ kind: 'take-back', task: sign(again, 'a') }).message('late');
    expect(again.places).toEqual(['overdue']);
    expect(again.state.scopes.map(({ id }) => id)).toEqual(['root']);
  });

  it('is over once the next step is done, and cannot be done twice', () => {
    const run = begun('any');
    const task = sign(run, 'a');
    run.command({ kind: 'take-back', task });
    expect(run.apply({ kind: 'take-back', task })?.code).toBe('CASES.NOTHING_TO_TAKE_BACK');
    const parallel = planOf(
      [
        start(),
        user('sign', { loop: { kind: 'multi', sequential: false, cardinality: '2', behavior: 'all' } }),
        user('after'),
        user('then'),
        end(),
      ],
      ['start > sign', 'sign > after', 'after > then', 'then > end'],
    );
    const moved = new CaseRun(parallel).start().complete('sign');
    const last = moved.tokenAt('sign');
    moved.complete('sign').complete('after');
    expect(moved.apply({ kind: 'take-back', task: last })?.code).toBe('CASES.NOTHING_TO_TAKE_BACK');
  });

  it('leaves whoever is asked again what is to be undone of the others, and nothing of its own', () => {
    const run = begun('all', ['a', 'b']);
    sign(run, 'a');
    const noted = () => run.state.scopes[0]?.records?.map(({ instance }) => instance?.item);
    run.command({ kind: 'take-back', task: sign(run, 'b') });
    expect(noted()).toEqual(['a']);
    sign(run, 'b');
    expect(noted()).toEqual(['a', 'b']);
  });
});

describe('any round, with signatures given and taken back in any order, crash by crash', () => {
  const modes = fc.constantFrom<SigningRule['mode']>('all', 'any', 'ratio', 'sequence');
  const acts = fc.array(fc.record({ pick: fc.nat(4), agrees: fc.boolean(), takesBack: fc.boolean() }), {
    maxLength: 30,
  });

  it('stands after each taking back as if the signature had never been given', () => {
    fc.assert(
      fc.property(modes, fc.integer({ min: 1, max: 5 }), acts, (mode, count, steps) => {
        const run = begun(mode, ['a', 'b', 'c', 'd', 'e'].slice(0, count));
        for (const { pick, agrees, takesBack } of steps) {
          const open = run.state.tokens.filter(({ node, holds }) => node === 'sign' && holds === undefined);
          const token = open[pick % open.length];
          if (!token) break;
          const was = standing(run);
          run.command({
            kind: 'complete-task',
            task: token.id,
            data: {},
            outcome: agrees ? 'agree' : 'refuse',
          });
          run.state = structuredClone(run.state);
          run.data = structuredClone(run.data);
          if (!takesBack) continue;
          run.command({ kind: 'take-back', task: token.id });
          expect(standing(run)).toEqual(was);
        }
      }),
      { numRuns: MODELS },
    );
  });
});
