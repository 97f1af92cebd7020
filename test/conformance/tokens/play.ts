import { ok } from '@lianban/kernel';
import {
  type Instance,
  type OfferedWork,
  type PlanNode,
  type ProcessPlan,
  EngineInMemory,
} from '@lianban/process-runtime';
import { flowTaken } from './adapt-plan.js';
import type { Collaboration } from './model.js';
import { ObservedRun } from './observed-run.js';
import type { RecordedScope } from './recorded-trace.js';
import type { Script } from './script.js';

const BEGIN = '2030-01-07T00:00:00.000Z';

/** Plays a script on our engine and answers what was observed; throws where the world finds nothing to act on. */
export const play = (
  plans: readonly ProcessPlan[],
  { participantOf, messageFlows }: Collaboration,
  script: Script,
): ObservedRun => {
  const nameOf = (process: string): string => participantOf.get(process) ?? process;
  const run = new ObservedRun(({ plan }) => nameOf(plan.processId));
  const nodeOf = (element: string): PlanNode | undefined =>
    plans.flatMap(({ nodes }) => nodes[element] ?? [])[0];
  const open: OfferedWork[] = [];
  const placeOf = ({ instance, token, node }: OfferedWork): string =>
    run.lifeOf(instance, token, node)?.path ?? '';
  const engine = new EngineInMemory({
    from: BEGIN,
    evaluate: (expression) => {
      const flow = flowTaken(expression);
      const from = plans.flatMap(({ flows }) => flows[flow ?? '']?.from ?? [])[0];
      if (flow === undefined || from === undefined) return ok(true);
      return ok(script.flowsTaken(from, run.count('left', from)).has(flow));
    },
    perform: (work) => {
      if (script.taskEnds(placeOf(work)) === 'at once') return {};
      open.push(work);
      return undefined;
    },
    observe: (instance, observation) => {
      run.observe(instance, observation);
      if (observation.kind === 'entered') sendFrom(instance, observation.element);
    },
    onEffect: (_instance, effect) => {
      if (effect.kind !== 'message-thrown') return;
      for (const flow of messageFlows) if (flow.from === effect.node) run.passes(flow.id);
    },
  });

  for (const plan of plans) engine.deploy(plan);

  /** What sends nothing by its own kind sends what its message flow says. */
  const sendFrom = ({ plan }: Instance, element: string): void => {
    const node = plan.nodes[element];
    if (node && 'result' in node && node.result.kind === 'message') return;
    for (const { id, from, to } of messageFlows) {
      if (from !== element) continue;
      run.passes(id);
      engine.schedule(`${id} ${run.lives.length}`, engine.now, () => reach(to));
    }
  };

  /** A message comes to a node: one that waits, or one that starts its process. To a whole pool it says nothing. */
  const reach = (element: string): boolean => {
    const plan = plans.find(({ nodes }) => nodes[element] !== undefined);
    if (!plan) return true;
    if (wake(element)) return true;
    const node = plan.nodes[element];
    if (node?.type !== 'startEvent' || node.parent !== undefined) return false;
    engine.start(plan.processId, {}, element);
    return true;
  };

  const wake = (element: string, scope?: RecordedScope): boolean => {
    const task = open.findIndex(
      (work) => work.node === element && (scope === undefined || placeOf(work) === scope.path),
    );
    const work = open[task];
    if (work) {
      open.splice(task, 1);
      const { instance, token } = work;
      const result = { kind: 'done', data: {} } as const;
      return engine.apply(instance, { kind: 'service-result', token, result }) === undefined;
    }
    for (const instance of engine.instances) {
      for (const wait of instance.state.waits) {
        if (wait.node !== element) continue;
        const token = instance.state.tokens.find(({ id }) => id === wait.token);
        const within = run.pathOf(instance, token?.scope ?? wait.scope ?? '');
        if (scope?.parent && scope.parent.path !== within && !isStart(scope, within)) continue;
        const { kind, id, name = '' } = wait;
        if (kind === 'timer') return engine.apply(instance, { kind, wait: id }) === undefined;
        if (kind === 'message')
          return engine.apply(instance, { kind, message: name, event: {} }) === undefined;
        if (kind === 'signal') return engine.apply(instance, { kind, signal: name, event: {} }) === undefined;
      }
    }
    return false;
  };

  const start = (process: RecordedScope): boolean => {
    const plan = plans.find(({ processId }) => nameOf(processId) === process.element);
    if (!plan) return false;
    const first = process.children.find(
      ({ element }) => plan.nodes[element]?.type === 'startEvent' && isSignalled(element, process),
    );
    engine.start(plan.processId, {}, first?.element ?? plan.processId);
    return true;
  };

  const isSignalled = (element: string, parent: RecordedScope): boolean =>
    script.signals.some(({ scope }) => scope.element === element && scope.parent === parent);

  const act = (scope: RecordedScope): boolean => {
    const flow = messageFlows.find(({ id }) => id === scope.element);
    if (flow) {
      run.passes(flow.id);
      return reach(flow.to);
    }
    if (scope.parent === undefined) return start(scope);
    return wake(scope.element, scope) || wakeInside(scope);
  };

  /** An event sub-process is signalled before its start event. */
  const wakeInside = (scope: RecordedScope): boolean =>
    scope.children.some((child) => isSignalled(child.element, scope) && wake(child.element, child));

  const heard = new Map<string, number>();
  for (const { scope, mustBeCaused } of script.signals) {
    const { element } = scope;
    const times = (heard.get(element) ?? 0) + 1;
    heard.set(element, times);
    if (hasHappened(run, scope, times, nodeOf(element))) continue;
    if (mustBeCaused) throw new Error(`${element} should have been caused by the model itself`);
    if (!act(scope)) throw new Error(`nothing waits at ${element} for what comes from outside`);
    engine.runUntil(engine.now);
  }
  return run;
};

const isStart = (scope: RecordedScope, within: string): boolean => scope.parent?.parent?.path === within;

/** How often it happened: a process, sub-process or message flow by beginning, an event by being signalled. */
const hasHappened = (
  run: ObservedRun,
  { element, parent, path }: RecordedScope,
  times: number,
  node: PlanNode | undefined,
): boolean => {
  if (parent === undefined || node?.type === 'subProcess') return run.count('begins', element) >= times;
  if (!node || !('boundary' in node)) return run.count('signalled', element) >= times;
  const life = run.lives.find((each) => each.path === path);
  return life?.moves.some(({ kind }) => kind === 'left') === true;
};
