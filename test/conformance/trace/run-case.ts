import { createEvaluator } from '@lianban/expressions';
import {
  type Instance,
  type ProcessPlan,
  EngineInMemory,
  addDuration,
  eventStartsOf,
  noneStartsOf,
} from '@lianban/process-runtime';
import type { End, TraceCase, TraceFile } from './read-cases.js';
import { startTimes } from './start-times.js';

export interface Outcome {
  readonly trace: readonly string[];
  readonly ends: End;
  /** Why it failed. */
  readonly because?: string;
}

const BEGIN = '2030-01-07T00:00:00.000Z';
/** A loop that does its thousand rounds is no endless one. */
const VISIT_BUDGET = 20_000;

/** Plays one case in a fresh engine. `plans` are the processes of the file that can be run, by id. */
export const runCase = (
  plans: Readonly<Record<string, ProcessPlan>>,
  { process, startFirst }: Pick<TraceFile, 'process' | 'startFirst'>,
  { variables, tasks, maxTime }: TraceCase,
): Outcome => {
  const trace: string[] = [];
  const missing = [...startFirst, process].find((id) => plans[id] === undefined);
  if (missing !== undefined) return { trace, ends: 'failed', because: `${missing} cannot be compiled` };
  let judged: Instance | undefined;
  const evaluator = createEvaluator();
  const engine = new EngineInMemory({
    from: BEGIN,
    visitBudget: VISIT_BUDGET,
    evaluate: (expression, names) => evaluator.evaluate(expression, names),
    perform: ({ node }) => {
      const script = tasks[node];
      if (!script) return {};
      const { after, variables: returned, error } = script;
      return {
        after: millisecondsOf(after),
        ...(returned === undefined ? {} : { variables: returned }),
        ...(error === undefined ? {} : { error }),
      };
    },
    onEffect: (instance, effect) => {
      if (judged?.failure || effect.kind !== 'script-done') return;
      const node = instance.plan.nodes[effect.node];
      const puts = node?.type === 'scriptTask' && node.output !== undefined;
      if (!puts && typeof effect.value === 'string') trace.push(effect.value);
    },
  });
  for (const plan of Object.values(plans)) engine.deploy(plan);
  const end = addDuration(Date.parse(BEGIN), maxTime);
  if (end === undefined) throw new Error(`maxTime ${maxTime} is no duration`);
  for (const id of startFirst) begin(engine, plans[id], {}, end, () => undefined);
  begin(engine, plans[process], variables, end, (instance) => (judged ??= instance));
  engine.runUntil(new Date(end).toISOString(), () => judged?.failure !== undefined);
  if (judged?.failure) {
    const { node, code, message } = judged.failure;
    return { trace, ends: 'failed', because: `${code} at ${node}: ${message}` };
  }
  return { trace, ends: judged?.state.ended?.kind ?? 'waiting' };
};

/**
 * A process is started by its none start event, else wherever nothing comes before. One that only a timer starts waits
 * for it; any other that an event starts is taken to have got it.
 */
const begin = (
  engine: EngineInMemory,
  plan: ProcessPlan | undefined,
  data: TraceCase['variables'],
  end: number,
  began: (instance: Instance) => unknown,
): void => {
  if (!plan) return;
  const { processId } = plan;
  const [first] = noneStartsOf(plan).length > 0 ? [] : eventStartsOf(plan);
  if (first?.trigger.kind !== 'timer') {
    began(engine.start(processId, data, first?.node));
    return;
  }
  for (const at of startTimes(first.trigger, Date.parse(BEGIN), end)) {
    const instant = new Date(at).toISOString();
    engine.schedule(`${processId} ${instant}`, instant, () =>
      began(engine.start(processId, data, first.node)),
    );
  }
};

const millisecondsOf = (duration: string): number => {
  const at = addDuration(0, duration);
  if (at === undefined) throw new Error(`${duration} is no duration`);
  return at;
};
