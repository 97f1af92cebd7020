import type { ClockDefinition, PlanFlow, PlanNode, ProcessPlan } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import type { Diagnostic } from '../diagnostic.js';
import { declaredTextOf, elementOf, elementsOf } from '../read/properties.js';
import { flowElements } from './flow-elements.js';
import { signalsOf } from './signals.js';

/** A file as the builders of its plans see it: what lies across its processes. */
export interface SourceFile {
  readonly definitions: ModdleElement;
  /** Processes and global tasks by id: what a call activity may name. */
  readonly callables: ReadonlyMap<string, ModdleElement>;
  /** What call activities enter that this file doesn't hold, by key. */
  readonly published: ReadonlyMap<string, PublishedProcess>;
  /** A call of what is not at hand passes like a task of no kind instead of being refused. */
  readonly passMissingCalls: boolean;
  readonly messages: readonly ModdleElement[];
  readonly signals: Pick<ProcessPlan, 'signals'>;
  /** By the id of a flow node: the message flows that begin or end there. */
  readonly messageFlows: ReadonlyMap<string, readonly ModdleElement[]>;
  /** By the id of a boundary event or activity: what an association ties to it. */
  readonly associated: ReadonlyMap<string, readonly ModdleElement[]>;
  /** The expression language that the file declares; absent: FEEL. */
  readonly language?: string;
  /** Each process is built once, however many call it: see build-graph.ts. */
  readonly graphs: Map<ModdleElement, Graph>;
  /** How much the plans of the file have taken in so far of what they call: see called-processes.ts. */
  readonly takenIn: { nodes: number };
}

export interface Source extends SourceFile {
  /** The element cannot run here: nothing of it is left out in silence. */
  readonly refuse: (element: ModdleElement, what: string) => void;
}

/** Nodes, flows and clocks of a process and of its sub-processes, by id. */
export interface Graph {
  readonly nodes: Readonly<Record<string, PlanNode>>;
  readonly flows: Readonly<Record<string, PlanFlow>>;
  readonly clocks: Readonly<Record<string, ClockDefinition>>;
  /** What of it cannot run. */
  readonly findings: readonly Diagnostic[];
}

/** A process of another definition, pinned to one of its versions. */
export interface PublishedProcess {
  readonly plan: ProcessPlan;
  readonly version: number;
}

export const isGlobalTask = (element: ModdleElement): boolean => /^bpmn:Global\w*Task$/.test(element.$type);

export const callablesOf = (definitions: ModdleElement): ReadonlyMap<string, ModdleElement> =>
  new Map(
    elementsOf(definitions, 'rootElements').flatMap((root) =>
      root.id !== undefined && (root.$type === 'bpmn:Process' || isGlobalTask(root)) ? [[root.id, root]] : [],
    ),
  );

export const createSourceFile = (
  definitions: ModdleElement,
  {
    published = new Map(),
    passMissingCalls = false,
  }: Partial<Pick<SourceFile, 'published' | 'passMissingCalls'>> = {},
): SourceFile => {
  const roots = elementsOf(definitions, 'rootElements');
  const callables = callablesOf(definitions);
  const collaborations = roots.filter((root) => root.$type === 'bpmn:Collaboration');
  const language = declaredTextOf(definitions, 'expressionLanguage');
  return {
    definitions,
    callables,
    published,
    passMissingCalls,
    messages: roots.filter((root) => root.$type === 'bpmn:Message'),
    signals: signalsOf(definitions),
    messageFlows: messageFlowsOf(collaborations),
    associated: associationsOf([...callables.values(), ...collaborations]),
    ...(language === undefined ? {} : { language }),
    graphs: new Map(),
    takenIn: { nodes: 0 },
  };
};

const messageFlowsOf = (
  collaborations: readonly ModdleElement[],
): ReadonlyMap<string, readonly ModdleElement[]> => {
  const flows = new Map<string, ModdleElement[]>();
  for (const flow of collaborations.flatMap((each) => elementsOf(each, 'messageFlows'))) {
    for (const end of ['sourceRef', 'targetRef']) {
      const node = elementOf(flow, end)?.id;
      if (node === undefined) continue;
      const known = flows.get(node);
      if (known) known.push(flow);
      else flows.set(node, [flow]);
    }
  }
  return flows;
};

/** Both ways: an association has a direction only for the eye. */
const associationsOf = (holders: readonly ModdleElement[]): ReadonlyMap<string, readonly ModdleElement[]> => {
  const associated = new Map<string, ModdleElement[]>();
  const tie = (from: ModdleElement | undefined, to: ModdleElement | undefined): void => {
    if (from?.id === undefined || !to) return;
    const tied = associated.get(from.id);
    if (tied) tied.push(to);
    else associated.set(from.id, [to]);
  };
  const containers = holders.flatMap((holder) => [
    holder,
    ...flowElements(holder).map(({ element }) => element),
  ]);
  for (const association of containers.flatMap((each) => elementsOf(each, 'artifacts'))) {
    if (association.$type !== 'bpmn:Association') continue;
    const source = elementOf(association, 'sourceRef');
    const target = elementOf(association, 'targetRef');
    tie(source, target);
    tie(target, source);
  }
  return associated;
};
