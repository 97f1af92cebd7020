import type { CallActivity, CalledProcess, ProcessPlan } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import { graphOf } from './build-graph.js';
import { noneStart } from './build-sub-process.js';
import { buildLanes } from './lanes.js';
import { nameOf, optional } from './node-extensions.js';
import { type Renaming, renamedFlow, renamedNode } from './rename-nodes.js';
import type { SourceFile } from './source.js';
import { variablesOf } from './variables.js';

type Taken = Pick<ProcessPlan, 'nodes' | 'flows' | 'lanes' | 'clocks' | 'messages' | 'signals'>;

export interface Built {
  readonly plan: ProcessPlan;
  /** What of it, and of what it calls, cannot run. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Nodes that the plans of one file may take in together. Processes that all call one another would otherwise cost the
 * square of their number, in time and in memory.
 */
const MOST_TAKEN_IN = 50_000;

/** A plan with the nodes of all that it calls, and of all that those call. */
export const withCalled = (file: SourceFile, plan: ProcessPlan): Built => {
  const called: Record<string, CalledProcess> = {};
  const parts: Part[] = [];
  const findings: Diagnostic[] = [];
  const open = callsIn(plan);
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    const { calls: key, id } = call;
    if (Object.hasOwn(called, key)) continue;
    if (file.takenIn.nodes > MOST_TAKEN_IN) {
      return { plan, findings: [refused(id, 'The calls of this file take in too many processes, and')] };
    }
    const part = fromThisFile(file, key, plan.processId) ?? published(file, key);
    if (!part) {
      findings.push(refused(id, `A call of "${key}", which is not at hand,`));
      continue;
    }
    Object.assign(called, part.called);
    parts.push(part);
    file.takenIn.nodes += Object.keys(part.taken.nodes).length;
    findings.push(...part.findings);
    open.push(...callsIn(part.taken));
  }
  if (parts.length === 0) return { plan, findings };
  const together = <K extends keyof Taken>(kind: K): Taken[K] =>
    Object.assign({}, ...parts.map(({ taken }) => taken[kind]), plan[kind]) as Taken[K];
  const signals = together('signals') ?? {};
  const whole = {
    ...plan,
    nodes: together('nodes'),
    flows: together('flows'),
    lanes: together('lanes'),
    clocks: together('clocks'),
    messages: together('messages'),
    ...(Object.keys(signals).length === 0 ? {} : { signals }),
    called,
  };
  return { plan: whole, findings };
};

const refused = (id: string, what: string): Diagnostic =>
  problem('BPMN.UNSUPPORTED_ELEMENT', `${what} cannot run here.`, id);

/** A plan without what it took in of other definitions: that was judged when they were published. */
export const ownPart = (file: SourceFile, plan: ProcessPlan): ProcessPlan => {
  const prefixes = [...file.published.keys()].map((key) => `${key}/`);
  if (prefixes.length === 0) return plan;
  const own = <T>(items: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(items).filter(([id]) => !prefixes.some((prefix) => id.startsWith(prefix))),
    );
  const { nodes, flows, lanes, clocks } = plan;
  return { ...plan, nodes: own(nodes), flows: own(flows), lanes: own(lanes), clocks: own(clocks) };
};

const callsIn = ({ nodes }: Pick<Taken, 'nodes'>): CallActivity[] =>
  Object.values(nodes).filter((node) => node.type === 'callActivity');

interface Part {
  readonly called: Readonly<Record<string, CalledProcess>>;
  readonly taken: Taken;
  readonly findings: readonly Diagnostic[];
}

const same = (id: string): string => id;

/** Ids of one file are unique in it; only a process that calls itself would meet its own. */
const fromThisFile = (file: SourceFile, key: string, caller: string): Part | undefined => {
  const callable = file.callables.get(key);
  if (!callable) return undefined;
  const graph = graphOf(file, callable);
  const recursive = key === caller;
  const renaming: Renaming = {
    node: recursive ? (id) => `${key}/${id}` : same,
    lane: same,
    clock: same,
    called: same,
  };
  const start = noneStart(callable);
  const nodes = Object.values(graph.nodes).map((node) => ({
    ...renamedNode(node, renaming),
    process: key,
    ...(recursive ? { shownAt: node.id } : {}),
  }));
  return {
    called: {
      [key]: {
        key,
        name: nameOf(callable),
        ...optional('start', start === undefined ? undefined : renaming.node(start)),
        variables: variablesOf(callable),
      },
    },
    taken: {
      nodes: byId(nodes),
      flows: byId(Object.values(graph.flows).map((flow) => renamedFlow(flow, renaming))),
      lanes: buildLanes(callable),
      clocks: graph.clocks,
      messages: {},
    },
    findings: graph.findings,
  };
};

/** A process of another definition, as it was when this one was published. */
const published = (file: SourceFile, key: string): Part | undefined => {
  const found = file.published.get(key);
  if (!found) return undefined;
  const { plan, version } = found;
  const inside = (id: string): string => `${key}/${id}`;
  const renaming: Renaming = { node: inside, lane: inside, clock: inside, called: inside };
  const nodes = Object.values(plan.nodes).map((node) => {
    const renamed = renamedNode(node, renaming);
    return renamed.process === undefined ? { ...renamed, process: key } : renamed;
  });
  const ownCalls = Object.entries(plan.called ?? {}).map(
    ([inner, each]) =>
      [
        inside(inner),
        { ...each, key: inside(inner), ...optional('start', each.start && inside(each.start)) },
      ] as const,
  );
  const starts = Object.values(plan.nodes).filter(
    (node) =>
      node.type === 'startEvent' &&
      node.trigger.kind === 'none' &&
      node.parent === undefined &&
      node.process === undefined,
  );
  return {
    called: {
      ...Object.fromEntries(ownCalls),
      [key]: {
        key,
        name: plan.name,
        version,
        ...optional('start', starts.length === 1 && starts[0] ? inside(starts[0].id) : undefined),
        variables: plan.variables ?? [],
      },
    },
    taken: {
      nodes: byId(nodes),
      flows: byId(Object.values(plan.flows).map((flow) => renamedFlow(flow, renaming))),
      lanes: byId(Object.values(plan.lanes).map((lane) => ({ ...lane, id: inside(lane.id) }))),
      clocks: byId(Object.values(plan.clocks).map((clock) => ({ ...clock, id: inside(clock.id) }))),
      messages: plan.messages,
      ...optional('signals', plan.signals),
    },
    findings: [],
  };
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
