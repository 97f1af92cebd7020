import type { EventTrigger } from '../plan/event-trigger.js';
import type { PlanNode } from '../plan/plan-node.js';
import type { PlanFlow, ProcessPlan } from '../plan/process-plan.js';

type Derived = 'incoming' | 'outgoing';
type Defaulted =
  | 'name'
  | 'milestones'
  | 'emits'
  | 'outputs'
  | 'clockStops'
  | 'boundary'
  | 'inputs'
  | 'clocks'
  | 'outcomes'
  | 'rules'
  | 'start';

type Sketch<N> = N extends PlanNode
  ? Omit<N, Derived | Defaulted> & Partial<Pick<N, Defaulted & keyof N>>
  : never;

/** A node as a spec writes it: what the compiler would derive or default is left out. */
export type NodeSketch = Sketch<PlanNode>;

const ACTIVITIES: ReadonlySet<string> = new Set([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'subProcess',
  'callActivity',
]);

/**
 * A plan out of nodes and flows. A flow is `from > to`, `from > to : condition` or `from > to : default`; its id is
 * `from_to`. Boundary lists and the starts of sub-processes follow from the nodes.
 */
export const planOf = (
  sketches: readonly NodeSketch[],
  flowTexts: readonly string[],
  more: Partial<ProcessPlan> = {},
): ProcessPlan => {
  const defaults = new Map<string, string>();
  const flows = flowTexts.map((text): PlanFlow => {
    const [ends = '', condition] = text.split(' : ');
    const [from = '', to = ''] = ends.split(' > ');
    const id = `${from}_${to}`;
    if (condition === 'default') defaults.set(from, id);
    return { id, from, to, ...(condition === undefined || condition === 'default' ? {} : { condition }) };
  });
  const nodes = sketches.map((sketch) => {
    const { id } = sketch;
    const activity = {
      boundary: sketches.flatMap((other) =>
        other.type === 'boundaryEvent' && other.attachedTo === id ? [other.id] : [],
      ),
      inputs: [],
      clocks: [],
    };
    const inner = sketches.find(
      (other) => other.type === 'startEvent' && other.parent === id && other.trigger.kind === 'none',
    );
    return {
      name: { zh: id, en: id },
      milestones: [],
      emits: [],
      outputs: [],
      clockStops: [],
      incoming: flows.filter((flow) => flow.to === id).map((flow) => flow.id),
      outgoing: flows.filter((flow) => flow.from === id).map((flow) => flow.id),
      ...(ACTIVITIES.has(sketch.type) ? activity : {}),
      ...(sketch.type === 'userTask' || sketch.type === 'manualTask' ? { outcomes: [], rules: [] } : {}),
      ...(sketch.type === 'subProcess' && inner ? { start: inner.id } : {}),
      ...(defaults.has(id) ? { defaultFlow: defaults.get(id) } : {}),
      ...sketch,
    } as PlanNode;
  });
  return {
    format: 1,
    processId: 'sketch',
    name: { zh: '草图', en: 'Sketch' },
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
    lanes: {},
    clocks: {},
    messages: {},
    ...more,
  };
};

type NodeOf<T extends PlanNode['type'], N = PlanNode> = N extends PlanNode
  ? T extends N['type']
    ? N
    : never
  : never;
type More<T extends PlanNode['type']> = Partial<Omit<NodeOf<T>, 'id' | 'type'>>;

export const start = (id = 'start', more: More<'startEvent'> = {}): NodeSketch => ({
  id,
  type: 'startEvent',
  trigger: { kind: 'none' },
  ...more,
});

export const end = (id = 'end', more: More<'endEvent'> = {}): NodeSketch => ({
  id,
  type: 'endEvent',
  result: { kind: 'none' },
  ...more,
});

export const user = (id: string, more: More<'userTask'> = {}): NodeSketch => ({
  id,
  type: 'userTask',
  ...more,
});

export const service = (id: string, more: More<'serviceTask'> = {}): NodeSketch => ({
  id,
  type: 'serviceTask',
  implementation: { kind: 'conductor', operation: `${id}-operation` },
  ...more,
});

export const receive = (id: string, more: More<'receiveTask'> = {}): NodeSketch => ({
  id,
  type: 'receiveTask',
  message: `${id}.message`,
  ...more,
});

export const subProcess = (id: string, more: More<'subProcess'> = {}): NodeSketch => ({
  id,
  type: 'subProcess',
  ...more,
});

export const throwing = (id: string, more: More<'intermediateThrowEvent'> = {}): NodeSketch => ({
  id,
  type: 'intermediateThrowEvent',
  result: { kind: 'none' },
  ...more,
});

export const script = (id: string, text: string, more: More<'scriptTask'> = {}): NodeSketch => ({
  id,
  type: 'scriptTask',
  script: text,
  ...more,
});

/** An event sub-process with its start; what happens inside is up to the flows from `id_start`. */
export const eventSubProcess = (
  id: string,
  trigger: EventTrigger,
  { interrupting = true, parent }: { interrupting?: boolean; parent?: string } = {},
): readonly NodeSketch[] => [
  subProcess(id, { triggeredByEvent: true, ...(parent === undefined ? {} : { parent }) }),
  start(`${id}_start`, { parent: id, trigger, interrupting }),
];

export const call = (id: string, calls: string, more: More<'callActivity'> = {}): NodeSketch => ({
  id,
  type: 'callActivity',
  calls,
  ...more,
});

export const catching = (
  id: string,
  trigger: EventTrigger,
  more: More<'intermediateCatchEvent'> = {},
): NodeSketch => ({ id, type: 'intermediateCatchEvent', trigger, ...more });

const DAY = { kind: 'business', duration: { amount: 1, unit: 'working_day' } } as const;

export const timerCatch = (id: string, more: More<'intermediateCatchEvent'> = {}): NodeSketch => ({
  id,
  type: 'intermediateCatchEvent',
  trigger: { kind: 'timer', timer: DAY },
  ...more,
});

export const boundary = (
  id: string,
  attachedTo: string,
  more: Partial<Omit<Extract<PlanNode, { type: 'boundaryEvent' }>, 'id' | 'type' | 'attachedTo'>> = {},
): NodeSketch => ({
  id,
  type: 'boundaryEvent',
  attachedTo,
  interrupting: true,
  trigger: { kind: 'timer', timer: DAY },
  ...more,
});

export const gateway = (
  id: string,
  sort: 'exclusive' | 'parallel' | 'inclusive',
  parent?: string,
): NodeSketch => ({
  id,
  type: `${sort}Gateway`,
  ...(parent === undefined ? {} : { parent }),
});
