import type { Json } from '@lianban/kernel';

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
  /** The inner scope of a sub-process the token stands at. */
  readonly holds?: string;
  /**
   * The token waits for a person: something failed on entering or on leaving its node, or the service that it asked
   * refused and the process has no way for this error.
   */
  readonly incident?: { readonly phase: 'enter' | 'leave' | 'service'; readonly code: string };
}

/** The process itself (`root`) or one entered sub-process. */
export interface Scope {
  readonly id: string;
  readonly node?: string;
  readonly parent?: string;
}

export interface Wait {
  readonly id: string;
  readonly token: string;
  /** The catch or boundary event. */
  readonly node: string;
  readonly kind: 'message' | 'timer' | 'signal';
  readonly name?: string;
}

export interface BufferedMessage {
  readonly message: string;
  readonly event: Json;
  readonly receivedAt: string;
}

export type CaseData = Readonly<Record<string, Json>>;
