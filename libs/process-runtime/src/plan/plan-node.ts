import type { ClockStopInstruction } from './clock-definition.js';
import type { EventResult, EventTrigger } from './event-trigger.js';
import type { LocalizedText } from './localized-text.js';
import type { LoopDefinition } from './loop-definition.js';
import type { VariableDeclaration } from './variable-declaration.js';

interface NodeBase {
  readonly id: string;
  readonly name: LocalizedText;
  /** The sub-process that contains the node; absent on the top level of its process. */
  readonly parent?: string;
  /** Key in `plan.called` of the process it belongs to; absent: the process of the plan itself. */
  readonly process?: string;
  /** The element of the diagram that stands for a node which the compiler added; absent: the node itself. */
  readonly shownAt?: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly lane?: string;
  /** Shown to people and used by records and search: "5", "6a". */
  readonly stepNo?: string;
  /** Named instants this node records when it completes (start and catch events: when they occur). */
  readonly milestones: readonly MilestoneInstruction[];
  /** Domain events this node emits when it completes. */
  readonly emits: readonly EmitInstruction[];
  /** FEEL assignments when the node completes, in order, to the nearest variable of that name, else to case data. */
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
  /** Flow out of an activity without a condition of its own that is taken where no other is. */
  readonly defaultFlow?: string;
  readonly loop?: LoopDefinition;
  /** Entered only to undo another activity; has no flows. */
  readonly forCompensation?: boolean;
  /** Tokens that must have come before it starts (BPMN 2.0.2 §13.3.2); absent: 1. */
  readonly startQuantity?: number;
  /** Tokens it sends out on each flow; absent: 1. */
  readonly completionQuantity?: number;
}

export type PlanNode =
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | BoundaryEvent
  | Activity
  | Gateway
  | EventBasedGateway
  | ComplexGateway;

export type Activity =
  | PlainTask
  | UserTask
  | ServiceTask
  | ReceiveTask
  | ScriptTask
  | BusinessRuleTask
  | SubProcess
  | CallActivity;

export interface StartEvent extends NodeBase {
  readonly type: 'startEvent';
  readonly trigger: EventTrigger;
  /** FEEL over the start data; the event starts a case only where it is true. */
  readonly when?: string;
  /** Of an event sub-process: whether it ends what else runs in its scope. Absent: it does. */
  readonly interrupting?: boolean;
}

export interface EndEvent extends NodeBase {
  readonly type: 'endEvent';
  readonly result: EventResult;
  /** FEEL for the data that the message, signal or error carries. */
  readonly inputs?: readonly Assignment[];
  /** The outcome of the case this end stands for ("filed and verified"). */
  readonly outcome?: string;
}

export interface IntermediateCatchEvent extends NodeBase {
  readonly type: 'intermediateCatchEvent';
  readonly trigger: EventTrigger;
}

export interface IntermediateThrowEvent extends NodeBase {
  readonly type: 'intermediateThrowEvent';
  readonly result: EventResult;
  /** FEEL for the data that the message or signal carries. */
  readonly inputs?: readonly Assignment[];
}

export interface BoundaryEvent extends NodeBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: EventTrigger;
  /** FEEL, judged when the activity starts: the event is armed only where it is true. */
  readonly when?: string;
  /** Outcome written on the tasks that an interrupting event closes, e.g. `not-given`. Never a consent. */
  readonly closesAs?: string;
}

/** A task of no kind, done as soon as it is entered. */
export interface PlainTask extends ActivityBase {
  readonly type: 'task';
}

export interface UserTask extends ActivityBase {
  /** A manual task is done by a person outside of any system; somebody still says that it is done. */
  readonly type: 'userTask' | 'manualTask';
  /** The form-js form of the pack. */
  readonly form?: string;
  /** The outcomes a person may choose; empty where completing is the only one. */
  readonly outcomes: readonly TaskOutcome[];
  /** Named rules of the domain that a completion must satisfy (see the pack's manifest). */
  readonly rules: readonly string[];
  /** `inspection` tasks may only go to bodies with enforcement power; `support` tasks assist them. */
  readonly role?: 'inspection' | 'support' | 'lead';
  /** 退回: where whoever has the task may send it back to; absent: as the application decides. */
  readonly returns?: ReturnRule;
  /** 撤回: whether who completed it may take it back before the next step has acted; absent: as the application decides. */
  readonly takeBack?: boolean;
  /** Outcomes that begin a supplement round (补正) and lead back to the task; the compiler adds its nodes. */
  readonly supplements?: readonly SupplementRule[];
}

export interface ReturnRule {
  /** Ids of user tasks; `*`: any earlier one. Empty: none. */
  readonly to: readonly string[];
  /** How it comes on again. */
  readonly ways: readonly ('walk-again' | 'come-back')[];
}

export interface SupplementRule {
  readonly outcome: string;
  /** The message that brings what was asked for. */
  readonly message: string;
  /** Ground of the clock stop while it is waited for. */
  readonly ground: string;
  /** The catch event that waits. */
  readonly wait: string;
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
    | { readonly kind: 'local'; readonly service: string }
    /** A send task that only sends its message, like a message throw event. */
    | { readonly kind: 'message'; readonly message: string };
}

export interface ReceiveTask extends ActivityBase {
  readonly type: 'receiveTask';
  readonly message: string;
  /** Its message starts a case, like a message start event. */
  readonly instantiate?: boolean;
}

export interface ScriptTask extends ActivityBase {
  readonly type: 'scriptTask';
  /** FEEL; `outputs` read its value as `result`. */
  readonly script: string;
  /** Name of the data output that the value is; absent: the value is told to whoever runs the case (`script-done`). */
  readonly output?: string;
}

export interface BusinessRuleTask extends ActivityBase {
  readonly type: 'businessRuleTask';
  /** Id of the decision or decision service; its inputs are `inputs`, or the variables in scope where there are none. `outputs` read its value as `result`. */
  readonly decision: string;
}

export interface SubProcess extends ActivityBase {
  readonly type: 'subProcess';
  /** The none start event inside; absent: every node inside without an incoming flow is entered (BPMN 2.0.2 §13.3.4). */
  readonly start?: string;
  readonly variables?: readonly VariableDeclaration[];
  /** An event sub-process: armed with its parent's scope, started by the event inside. */
  readonly triggeredByEvent?: boolean;
  readonly transaction?: boolean;
  readonly adHoc?: AdHocRule;
}

/** BPMN 2.0.2 §13.3.5. Without a completion condition it is complete when everything entered is done. */
export interface AdHocRule {
  readonly ordering: 'parallel' | 'sequential';
  /** FEEL, judged whenever something inside completes. */
  readonly completion?: string;
  readonly cancelRemaining: boolean;
}

export interface CallActivity extends ActivityBase {
  readonly type: 'callActivity';
  /** Key in `plan.called`. `inputs` become variables of the called process; `outputs` read its variables as `result`. */
  readonly calls: string;
}

export interface Gateway extends NodeBase {
  readonly type: 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway';
  readonly defaultFlow?: string;
}

export interface EventBasedGateway extends NodeBase {
  readonly type: 'eventBasedGateway';
  /** Starts a case by the first of its events, or (`parallel`) by the first and completes with all of them. */
  readonly instantiate?: 'exclusive' | 'parallel';
}

export interface ComplexGateway extends NodeBase {
  readonly type: 'complexGateway';
  /** FEEL over `activationCount` (tokens that have come) and the counts by incoming flow, as `activationCounts`. */
  readonly activation?: string;
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
