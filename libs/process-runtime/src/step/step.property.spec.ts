import { err } from '@lianban/kernel';
import * as fc from 'fast-check';
import type { CaseState } from '../state/case-state.js';
import { type Block, blocks, isLeaf } from '../specimens/block.js';
import { BlockOracle } from '../specimens/block-oracle.js';
import { planOfBlock } from '../specimens/block-plan.js';
import { CaseRun } from '../specimens/case-run.js';
import { MODELS, PATIENCE } from '../specimens/lengths.js';
import { Obligations } from '../specimens/obligations.js';
import { plainEvaluate } from '../specimens/plain-evaluator.js';
import type { StepContext } from './step-context.js';
import type { Stimulus } from './stimulus.js';

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Fails the evaluations with these numbers, as a definition with a mistake would until it is mended. */
const failingAt = (numbers: readonly number[]): StepContext['evaluate'] => {
  let number = 0;
  return (expression, variables) => {
    number += 1;
    return numbers.includes(number)
      ? err({ kind: 'invalid', code: 'EXPRESSIONS.FAILED', message: 'not this time' })
      : plainEvaluate(expression, variables);
  };
};

const receiversOf = (block: Block): readonly string[] => {
  if (isLeaf(block)) return block.kind === 'receive' ? [block.id] : [];
  return block.parts.flatMap(receiversOf);
};

const expectSound = (state: CaseState): void => {
  const ids = state.tokens.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(state.waits.filter(({ token }) => token === undefined || !ids.includes(token))).toEqual([]);
  const scopes = state.scopes.map(({ id }) => id);
  expect(state.tokens.filter(({ scope }) => !scopes.includes(scope))).toEqual([]);
  const held = state.tokens.flatMap(({ holds }) => holds ?? []);
  expect(['root', ...held].toSorted()).toEqual(scopes.toSorted());
};

/** Walks one case to its end beside the oracle; answers every stimulus that was applied. */
class Walk {
  readonly applied: Stimulus[] = [];
  readonly run: CaseRun;
  readonly oracle: BlockOracle;
  private readonly obligations = new Obligations();
  private readonly refused = new Set<string>();

  constructor(
    private readonly block: Block,
    evaluate: StepContext['evaluate'],
    /** The process is killed after every stimulus, and what was stored taken up again. */
    private readonly crashes = false,
  ) {
    const { plan, data } = planOfBlock(block);
    this.run = new CaseRun(plan, evaluate);
    this.oracle = new BlockOracle(block);
    this.apply({ kind: 'start', startEvent: 'start', data });
  }

  /** `picks` say which of the open obligations happens next, the first one where they run out. */
  toEnd(picks: readonly number[], early: readonly number[] = []): void {
    const receivers = receiversOf(this.block);
    for (let round = 0; !this.oracle.ended; round += 1) {
      this.expectAgreement();
      const ahead = early[round];
      if (ahead !== undefined && receivers.length > 0)
        this.sendEarly(receivers[ahead % receivers.length] ?? '');
      if (this.oracle.ended) break;
      const open = this.obligations.list();
      const next = open[(picks[round] ?? 0) % open.length];
      if (!next) throw new Error('The case waits for nothing and has not ended.');
      this.apply(next.stimulus);
      this.oracle.happen(next.node);
      // Doing it again must be refused and change nothing.
      if (next.stimulus.kind !== 'message') expect(this.run.apply(next.stimulus)?.kind).toBe('conflict');
    }
    this.expectAgreement();
    expect(this.run.state.ended).toEqual({ kind: 'completed' });
    expect(this.run.state.tokens).toEqual([]);
    const counts = Object.entries(this.run.data).filter(([name]) => name.startsWith('n_'));
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries([...this.oracle.completed].map(([id, times]) => [`n_${id}`, times])),
    );
  }

  private expectAgreement(): void {
    expectSound(this.run.state);
    expect(this.obligations.nodes).toEqual(this.oracle.open);
    expect(this.oracle.open.filter((id) => this.refused.has(id))).toEqual([]);
  }

  private sendEarly(receiver: string): void {
    if (this.oracle.open.includes(receiver)) return;
    const stimulus = { kind: 'message', message: `${receiver}.message`, event: {} } as const;
    const refusal = this.run.apply(stimulus);
    if (refusal) {
      // Refused means that nothing can wait for it any more.
      this.refused.add(receiver);
      return;
    }
    this.applied.push(stimulus);
    this.obligations.follow(stimulus, this.run.last);
    this.oracle.comesEarly(receiver);
  }

  private apply(stimulus: Stimulus): void {
    expect(this.run.apply(stimulus)).toBeUndefined();
    if (this.crashes) {
      this.run.state = stored(this.run.state);
      this.run.data = stored(this.run.data);
    }
    this.applied.push(stimulus);
    this.obligations.follow(stimulus, this.run.last);
    const broken = this.run.state.tokens.find(({ incident }) => incident !== undefined);
    if (broken) this.apply({ kind: 'retry-incident', token: broken.id });
  }
}

const picks = fc.array(fc.nat(20), { maxLength: 60 });

describe('any block-structured process', () => {
  it(
    'loses and doubles no token and ends, in whatever order people complete, crash by crash',
    () => {
      fc.assert(
        fc.property(blocks, picks, picks, picks, (block, ...paths) => {
          paths.forEach((order, path) => new Walk(block, plainEvaluate, path > 0).toEnd(order));
        }),
        { numRuns: MODELS },
      );
    },
    PATIENCE,
  );

  it(
    'does the same with messages that come before anything waits for them',
    () => {
      fc.assert(
        fc.property(blocks, picks, fc.array(fc.nat(20), { maxLength: 20 }), (block, order, early) =>
          new Walk(block, plainEvaluate).toEnd(order, early),
        ),
        { numRuns: MODELS },
      );
    },
    PATIENCE,
  );

  it(
    'does the same when expressions fail and are tried again',
    () => {
      fc.assert(
        fc.property(blocks, picks, fc.uniqueArray(fc.nat(40), { maxLength: 5 }), (block, order, failures) =>
          new Walk(block, failingAt(failures)).toEnd(order),
        ),
        { numRuns: MODELS },
      );
    },
    PATIENCE,
  );

  it(
    'comes to the same state and effects when the stimuli are replayed, stored as JSON in between',
    () => {
      fc.assert(
        fc.property(blocks, picks, fc.uniqueArray(fc.nat(40), { maxLength: 3 }), (block, order, failures) => {
          const walk = new Walk(block, failingAt(failures));
          walk.toEnd(order);
          const again = new CaseRun(stored(walk.run.plan), failingAt(failures));
          for (const stimulus of walk.applied) {
            expect(again.apply(stored(stimulus))).toBeUndefined();
            expect(stored(again.state)).toEqual(again.state);
            expect(stored(again.last)).toEqual(again.last);
            again.state = stored(again.state);
            again.data = stored(again.data);
          }
          expect(again.state).toEqual(walk.run.state);
          expect(again.data).toEqual(walk.run.data);
          expect(again.all).toEqual(walk.run.all);
        }),
        { numRuns: MODELS },
      );
    },
    PATIENCE,
  );
});
