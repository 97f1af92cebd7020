import type { ClockDefinition } from './clock-definition.js';
import type { LocalizedText } from './localized-text.js';
import type { PlanNode } from './plan-node.js';
import type { VariableDeclaration } from './variable-declaration.js';

/**
 * What the compiler makes of a BPMN process and the runtime executes: the instruction set between the two.
 * Plain JSON, self-contained, hashed by its canonical text; a running case stays on the plan it started with.
 * Names follow BPMN 2.0.2; an id is always the id of the element in the XML, so that every place the runtime
 * speaks of can be shown on the diagram.
 */
export interface ProcessPlan {
  readonly format: 1;
  /** The id of the `<process>`: the key of the definition. */
  readonly processId: string;
  readonly name: LocalizedText;
  /** FEEL over the start data: the business key, unique among the open cases of a definition. */
  readonly businessKey?: string;
  readonly nodes: Readonly<Record<string, PlanNode>>;
  readonly flows: Readonly<Record<string, PlanFlow>>;
  readonly lanes: Readonly<Record<string, PlanLane>>;
  readonly clocks: Readonly<Record<string, ClockDefinition>>;
  /** Messages by wire name, with the FEEL that reads the business key out of the event. */
  readonly messages: Readonly<Record<string, PlanMessage>>;
  /**
   * Signals by name that are heard in other cases too (BPMN 2.0.2 §10.5.5). One that is not among them stays inside its
   * case: it ties together the branches of one institution's file and is nobody else's business.
   */
  readonly signals?: Readonly<Record<string, PlanSignal>>;
  /** Properties and data objects of the process. */
  readonly variables?: readonly VariableDeclaration[];
  /**
   * What call activities enter, by the key they name: processes and global tasks of the same file, and processes of
   * other definitions as they were when this one was published. Their nodes stand in `nodes` under ids made unique.
   */
  readonly called?: Readonly<Record<string, CalledProcess>>;
}

/** A process that is entered from within another one. Sees nothing of its caller but what is mapped. */
export interface CalledProcess {
  readonly key: string;
  readonly name: LocalizedText;
  /** The published version it is pinned to; absent within one file. */
  readonly version?: number;
  /** The none start event; absent: every node without an incoming flow is entered (BPMN 2.0.2 §13.3.1). */
  readonly start?: string;
  readonly variables: readonly VariableDeclaration[];
}

export interface PlanMessage {
  /** The CloudEvents type of the event, whole. */
  readonly name: string;
  /** FEEL over `event` (the CloudEvent): which case it belongs to. Falls back to the process's business key. */
  readonly correlationKey: string;
  /**
   * What becomes of it while nothing waits for it but something still may: kept for the first that does, unless it is
   * the answer to a question that the case must have asked before.
   */
  readonly early?: 'refused';
  /** How long it is kept while nothing waits for it, an ISO 8601 duration of weeks to seconds; absent: without end. */
  readonly timeToLive?: string;
}

export interface PlanSignal {
  readonly name: string;
  readonly reach: 'everywhere';
}

export interface PlanLane {
  readonly id: string;
  /** Department code, or a role such as `registration-authority`, `institution`, `system`. */
  readonly department: string;
  readonly level: 'city' | 'county' | 'township' | 'village' | 'external' | 'system';
  /** Service function of the office (申办备案, 日常监管, …); absent: the default of the department. */
  readonly function?: string;
  readonly name: LocalizedText;
}

export interface PlanFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** FEEL; absent on unconditional and default flows. */
  readonly condition?: string;
}
