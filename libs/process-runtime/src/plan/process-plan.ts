import type { ClockDefinition, ClockStopInstruction, TimerDefinition } from './clock-definition.js';

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
}

export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
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

interface NodeBase {
  readonly id: string;
  readonly name: LocalizedText;
  /** The sub-process that contains the node; absent on the top level. */
  readonly parent?: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly lane?: string;
  /** Shown to people and used by records and search: "5", "6a". */
  readonly stepNo?: string;
  /** Named instants this node records when it completes (start and catch events: when they occur). */
  readonly milestones: readonly MilestoneInstruction[];
  /** Domain events this node emits when it completes. */
  readonly emits: readonly EmitInstruction[];
  /** FEEL assignments to case data when the node completes, in order. */
  readonly outputs: readonly Assignment[];
  /** Clocks stopped or resumed when the node completes. */
  readonly clockStops: readonly ClockStopInstruction[];
}

interface ActivityBase extends NodeBase {
  /** Ids of the boundary events attached. */
  readonly boundary: readonly string[];
  /** FEEL assignments to the activity's input when it starts. */
  readonly inputs: readonly Assignment[];
  /** Clocks (ids in `plan.clocks`) that this activity answers for; the first is the one its task shows. */
  readonly clocks: readonly string[];
}

export type PlanNode =
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | BoundaryEvent
  | UserTask
  | ServiceTask
  | ReceiveTask
  | SubProcess
  | Gateway;

export interface StartEvent extends NodeBase {
  readonly type: 'startEvent';
  readonly trigger: { readonly kind: 'none' } | { readonly kind: 'message'; readonly message: string };
  /** FEEL over the start data; the event starts a case only where it is true. */
  readonly when?: string;
}

export interface EndEvent extends NodeBase {
  readonly type: 'endEvent';
  readonly result:
    | { readonly kind: 'none' }
    | { readonly kind: 'terminate' }
    | { readonly kind: 'error'; readonly code: string };
  /** The outcome of the case this end stands for ("filed and verified"). */
  readonly outcome?: string;
}

export interface IntermediateCatchEvent extends NodeBase {
  readonly type: 'intermediateCatchEvent';
  readonly trigger: CatchTrigger;
}

export interface IntermediateThrowEvent extends NodeBase {
  readonly type: 'intermediateThrowEvent';
  readonly result: { readonly kind: 'none' } | { readonly kind: 'signal'; readonly signal: string };
}

export interface BoundaryEvent extends NodeBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: CatchTrigger | { readonly kind: 'error'; readonly code?: string };
  /** FEEL, judged when the activity starts: the event is armed only where it is true. */
  readonly when?: string;
  /** Outcome written on the tasks that an interrupting event closes, e.g. `not-given`. Never a consent. */
  readonly closesAs?: string;
}

export type CatchTrigger =
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  /** Signals stay inside their case. */
  | { readonly kind: 'signal'; readonly signal: string };

export interface UserTask extends ActivityBase {
  readonly type: 'userTask';
  /** The form-js form of the pack. */
  readonly form?: string;
  /** The outcomes a person may choose; empty where completing is the only one. */
  readonly outcomes: readonly TaskOutcome[];
  /** Named rules of the domain that a completion must satisfy (see the pack's manifest). */
  readonly rules: readonly string[];
  /** `inspection` tasks may only go to bodies with enforcement power; `support` tasks assist them. */
  readonly role?: 'inspection' | 'support' | 'lead';
}

export interface TaskOutcome {
  readonly code: string;
  readonly name: LocalizedText;
  /** A legal act: the screen shows its consequence before it is done. */
  readonly legal?: boolean;
  /** The person must say why. */
  readonly reasonRequired?: boolean;
}

export interface ServiceTask extends ActivityBase {
  readonly type: 'serviceTask' | 'sendTask';
  readonly implementation:
    /** Performed by the conductor outside the transaction, retried by policy, an incident in the end. */
    | { readonly kind: 'conductor'; readonly operation: string }
    /** Performed inside the transition by a named service of the application; may answer "not yet". */
    | { readonly kind: 'local'; readonly service: string };
}

export interface ReceiveTask extends ActivityBase {
  readonly type: 'receiveTask';
  readonly message: string;
}

export interface SubProcess extends ActivityBase {
  readonly type: 'subProcess';
  /** The none start event inside. */
  readonly start: string;
}

export interface Gateway extends NodeBase {
  readonly type: 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway';
  readonly defaultFlow?: string;
}

export interface Assignment {
  readonly target: string;
  readonly expression: string;
}

export interface MilestoneInstruction {
  /** For instance `filing.submitted`. */
  readonly name: string;
  /** FEEL for an instant in the past (ISO 8601); absent: the time of the transition. */
  readonly at?: string;
  /** FEEL; the milestone is recorded only where it is true. */
  readonly when?: string;
}

export interface EmitInstruction {
  /** CloudEvents type, whole. */
  readonly type: string;
  readonly when?: string;
  /** FEEL for the event's data. */
  readonly data: readonly Assignment[];
}
