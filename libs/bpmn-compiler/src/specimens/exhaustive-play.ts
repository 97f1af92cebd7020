import { ok } from '@lianban/kernel';
import {
  type CaseState,
  initialState,
  type ProcessPlan,
  step,
  type Stimulus,
} from '@lianban/process-runtime';

/** What can go wrong with cases of a plan, whatever people do in whatever order and however conditions fall out. */
export interface Played {
  /** Nodes that hold a token in a state in which nothing moves any more. */
  readonly stuck: ReadonlySet<string>;
  /** Nodes that hold two tokens which came by the same way. */
  readonly doubled: ReadonlySet<string>;
  /** There is a state from which no end can be reached, though something moves. */
  readonly endless: boolean;
}

/** Too many states to look at all of them. */
export class TooLarge extends Error {}

/** Looking at all ways of a case gets too long beyond so many states. */
const MOST_STATES = 3_000;

/**
 * Plays a plan of one scope with the runtime itself to all its ends. Where a `path` is given, gateways that it leaves
 * take none but the ways that it takes.
 */
export const playOut = (plan: ProcessPlan, path: readonly string[] = []): Played => {
  const strayed = strays(plan, path);
  const stuck = new Set<string>();
  const doubled = new Set<string>();
  const states: CaseState[] = [];
  const known = new Map<string, number>();
  const before: number[][] = [];
  const good: number[] = [];
  const see = (state: CaseState, from: number): void => {
    const key = state.ended ? 'ended' : state.tokens.map((token) => placeOf(token)).join();
    let index = known.get(key);
    if (index === undefined) {
      index = states.length;
      if (index === MOST_STATES) throw new TooLarge();
      known.set(key, index);
      states.push(state);
      before.push([]);
    }
    if (from >= 0) before[index]?.push(from);
  };
  see(initialState(), -1);
  let endless = false;
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] ?? initialState();
    const twice = doubledIn(state);
    for (const node of twice) doubled.add(node);
    if (state.ended || twice.length > 0) {
      good.push(at);
      continue;
    }
    const stimuli = stimuliOf(plan, state);
    if (stimuli.length === 0) {
      for (const { node } of state.tokens) stuck.add(node);
      good.push(at);
    }
    for (const stimulus of stimuli) {
      for (const next of outcomes(plan, state, stimulus, strayed)) {
        const codes = next.tokens.flatMap(({ incident }) => incident?.code ?? []);
        if (codes.includes('CASES.ENDLESS_LOOP')) endless = true;
        // Where no condition holds a person must help: no question of soundness.
        if (codes.length === 0) see(next, at);
      }
    }
  }
  const ending = new Set(good);
  for (const at of ending) for (const previous of before[at] ?? []) ending.add(previous);
  return { stuck, doubled, endless: endless || ending.size < states.length };
};

const placeOf = ({ node, arrivedBy = '' }: CaseState['tokens'][number]): string => `${node} ${arrivedBy}`;

const doubledIn = ({ tokens }: CaseState): readonly string[] => {
  const seen = new Set<string>();
  return tokens.flatMap((token) => {
    const place = placeOf(token);
    if (seen.has(place)) return token.node;
    seen.add(place);
    return [];
  });
};

const stimuliOf = (plan: ProcessPlan, state: CaseState): readonly Stimulus[] => {
  if (state.counter === 0) {
    const start = Object.values(plan.nodes).find(({ type }) => type === 'startEvent');
    return [{ kind: 'start', startEvent: start?.id ?? '', data: {} }];
  }
  return [
    ...state.tokens
      .filter(({ node }) => plan.nodes[node]?.type === 'userTask')
      .map(({ id }): Stimulus => ({ kind: 'complete-task', task: id, data: {} })),
    ...state.waits.map(({ name }): Stimulus => ({ kind: 'message', message: name ?? '', event: {} })),
  ];
};

/** Whether a sequence flow leaves a gateway by a way that the path doesn't take, though it leaves that gateway. */
const strays = (plan: ProcessPlan, path: readonly string[]): ((flow: string) => boolean) => {
  const taken = new Set(path);
  const left = new Set(path.flatMap((id) => plan.flows[id]?.from ?? []));
  return (flow) => {
    const from = plan.flows[flow]?.from ?? '';
    return (
      left.has(from) && !taken.has(flow) && /^(?:ex|in)clusiveGateway$/.test(plan.nodes[from]?.type ?? '')
    );
  };
};

/** The states that one stimulus may lead to: every answer to every condition that is asked. */
const outcomes = (
  plan: ProcessPlan,
  state: CaseState,
  stimulus: Stimulus,
  strayed: (flow: string) => boolean,
): readonly CaseState[] => {
  const found: CaseState[] = [];
  let answers: boolean[] = [];
  for (;;) {
    const asked: string[] = [];
    let astray = false;
    const result = step(plan, state, {}, stimulus, {
      caseId: 'case',
      now: '2026-03-02T08:30:00+08:00',
      evaluate: (expression) => {
        asked.push(expression);
        return ok(answers[asked.length - 1] ?? false);
      },
      observe: ({ kind, ...what }) => {
        if (kind === 'taken' && 'token' in what) astray ||= strayed(what.element);
      },
    });
    if (!result.ok) throw new Error(`${stimulus.kind} was refused: ${result.error.code}`);
    if (!astray) found.push(result.value.state);
    if (asked.length > 12) throw new TooLarge();
    // The next answers in counting order: the last no becomes a yes, and what comes after it starts anew.
    answers = asked.map((_, i) => answers[i] ?? false);
    while (answers.at(-1) === true) answers.pop();
    if (answers.length === 0) return found;
    answers[answers.length - 1] = true;
  }
};
