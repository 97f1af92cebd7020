import type { Json, JsonObject } from '@lianban/kernel';

/**
 * Everything the runtime knows of a running case, compact and versioned. Stored as JSON beside the case row;
 * case data (variables) are stored apart because they are larger and change less often.
 */
export interface CaseState {
  readonly format: 1;
  /** Source of ids: every token, task and effect of a case is numbered from it. */
  readonly counter: number;
  readonly tokens: readonly Token[];
  readonly scopes: readonly Scope[];
  /** Armed catch events and boundary events. */
  readonly waits: readonly Wait[];
  /** Messages that arrived before anything waited for them. */
  readonly buffer: readonly BufferedMessage[];
  /** Named instants, ISO 8601. */
  readonly milestones: Readonly<Record<string, string>>;
  /** Compensations under way. */
  readonly compensations?: readonly CompensationRun[];
  /** 中止: nothing moves until the case is resumed. */
  readonly suspended?: { readonly ground: string; readonly since: string };
  /** Completions that can still be taken back. */
  readonly takeBacks?: readonly TakeBack[];
  /** Outcome of the last end event that names one. */
  readonly outcome?: string;
  /** Present once the case has ended. */
  readonly ended?: { readonly kind: 'completed' | 'terminated'; readonly outcome?: string };
}

export interface Token {
  readonly id: string;
  readonly node: string;
  readonly scope: string;
  /** Gateway joins: the flow it arrived by. */
  readonly arrivedBy?: string;
  /** The inner scope of a sub-process, called process or loop that the token stands at. */
  readonly holds?: string;
  /**
   * The token waits for a person: something failed on entering or on leaving its node, or the service that it asked
   * refused and the process has no way for this error.
   */
  readonly incident?: { readonly phase: 'enter' | 'leave' | 'service'; readonly code: string };
  /** At an activity that has not started: it needs more tokens, or a condition is to be served first. */
  readonly idle?: true;
  /** One of several instances of an activity, or what a compensation handler undoes. */
  readonly instance?: TokenInstance;
  /** The start event that began an event sub-process. */
  readonly startedBy?: string;
  /** The compensation that this token is a handler of, or waits for. */
  readonly undoes?: string;
  readonly awaits?: string;
  /** 退回 with "come straight back": the node to enter when this one is completed. */
  readonly backTo?: string;
}

export interface TokenInstance {
  readonly counter: number;
  /** Under which name the item is read. */
  readonly name?: string;
  readonly item?: Json;
  /** What the instance was completed with, while it is being left. */
  readonly words?: JsonObject;
}

/** The process itself (`root`), one entered sub-process or called process, or the body of a loop. */
export interface Scope {
  readonly id: string;
  readonly node?: string;
  readonly parent?: string;
  /** Key in `plan.called`: sees nothing of the scopes around it. */
  readonly process?: string;
  /** Variables that live in it. */
  readonly data?: JsonObject;
  readonly loop?: LoopState;
  /** The event sub-processes of the process itself wait. */
  readonly armed?: true;
  /** Ad-hoc: what is still to be entered, one after the other. */
  readonly toStart?: readonly string[];
  /** An interrupting event sub-process runs: nothing else is caught here any more. */
  readonly interrupted?: true;
  /** Completed, and kept with its data because it may have to be undone. */
  readonly kept?: true;
  /** What was completed here and can be undone, oldest first. */
  readonly records?: readonly CompensationRecord[];
  /** Complex gateways that have fired and not reset: the incoming flows they took a token from. */
  readonly fired?: Readonly<Record<string, readonly string[]>>;
}

export interface LoopState {
  /** Instances that were to be; absent for a standard loop. */
  readonly total?: number;
  readonly started: number;
  readonly completed: number;
  readonly terminated?: number;
  /** Greatest number of rounds of a standard loop. */
  readonly maximum?: number;
  /** Sequential: the items whose turn has not come. */
  readonly items?: readonly Json[];
  /** By instance, in the order of completion: what it was completed with and what is gathered of it. */
  readonly done?: readonly CompletedInstance[];
}

export interface CompletedInstance {
  readonly counter: number;
  readonly words?: JsonObject;
  readonly gathered?: Json;
}

/** One completed activity that can be undone. */
export interface CompensationRecord {
  readonly activity: string;
  /** Activity of the compensation boundary event. */
  readonly handler?: string;
  /** The kept inside of a sub-process. */
  readonly scope?: string;
  readonly instance?: TokenInstance;
}

/** A compensation that is under way; its steps are done one after the other. */
export interface CompensationRun {
  readonly id: string;
  /** Scope whose completed activities are undone. */
  readonly scope: string;
  readonly steps: readonly CompensationStep[];
  /** Token that waits until all is undone. */
  readonly waiting?: string;
  /** Token of the transaction that is left once all is undone. */
  readonly cancels?: string;
}

export type CompensationStep =
  | {
      readonly kind: 'enter';
      readonly node: string;
      readonly scope: string;
      readonly instance?: TokenInstance;
    }
  | { readonly kind: 'close'; readonly scope: string };

export interface Wait {
  readonly id: string;
  /** Absent: the start event of an event sub-process, armed with `scope`. */
  readonly token?: string;
  readonly scope?: string;
  /** The catch, boundary or start event, or receive task. */
  readonly node: string;
  readonly kind: 'message' | 'timer' | 'signal' | 'condition';
  readonly name?: string;
  /** Which of the parts of a multiple event. */
  readonly part?: number;
  readonly cycle?: TimerCycle;
  /** A condition that has fired and not been false since. */
  readonly held?: true;
  /** A condition that could not be judged; a person was told. */
  readonly failed?: true;
}

/** What is left of a repeating timer. */
export interface TimerCycle {
  /** The occurrence that is armed, ISO 8601; absent where the calendars say it. */
  readonly due?: string;
  /** Occurrences left, the armed one included; absent: no end. */
  readonly left?: number;
  /** Of real time: the ISO 8601 duration between occurrences, and the instant after which there are none. */
  readonly every?: string;
  readonly until?: string;
}

export interface BufferedMessage {
  readonly message: string;
  readonly event: Json;
  readonly receivedAt: string;
  /** Its end, where it has one. */
  readonly life?: MessageLife;
  /** A signal that came while the case was suspended; `message` is its name. */
  readonly signal?: true;
}

/** How long a message is kept: at `until` (ISO 8601) it is not delivered any more. */
export interface MessageLife {
  readonly id: string;
  readonly until: string;
}

/** 撤回: a completion that can still be undone. */
export interface TakeBack {
  /** The token of the completed task, where it stood, and where it would have led back to. */
  readonly task: string;
  readonly node: string;
  readonly scope: string;
  readonly backTo?: string;
  /** One signature of a round; with `ended`: the one that ended it. */
  readonly instance?: TokenInstance;
  readonly ended?: EndedRound;
  /** Tokens that came of it in its scope, and all of them. */
  readonly tokens: readonly string[];
  readonly all: readonly string[];
  /** What it wrote and nobody has written since, as it was before; null: there was nothing. */
  readonly before?: ValuesBefore;
}

/** A round of signatures as it was before the last one, which ended it. */
export interface EndedRound {
  readonly holder: Token;
  readonly body: Scope;
  /** Who had not signed and was not needed any more. */
  readonly spared: readonly TokenInstance[];
  /** The other signatures that could be taken back. */
  readonly takeBacks: readonly TakeBack[];
}

export interface ValuesBefore {
  readonly data?: JsonObject;
  readonly milestones?: Readonly<Record<string, string | null>>;
  /** By scope. */
  readonly variables?: Readonly<Record<string, JsonObject>>;
}

export type CaseData = Readonly<Record<string, Json>>;
