import type { TaskRow } from '@lianban/contracts';
import type { Actor, ClockAct } from '@lianban/domain';
import type { AppError, JsonObject } from '@lianban/kernel';
import type { NodeMapping, Stimulus } from '@lianban/process-runtime';
import type { PublishedDefinition } from '../definitions/index.js';
import type { FullDirectory } from '../routing/index.js';
import type { LockedCase, OpenTask } from './case-store.port.js';
import type { PersonalAct, StepSurroundings } from './step-rows.js';

export interface AdvanceRequest {
  readonly caseId: string;
  /** The case where the caller has it under its lock already: see {@link CaseTransition.holdOfTask}. */
  readonly held?: LockedCase | undefined;
  /** Applied once in the life of the case; every caller may retry. */
  readonly stimulusId: string;
  readonly stimulus: Stimulus;
  readonly actor: Actor;
  /** What a person adds to the step: the form of a completion, or an act with its reason. */
  readonly around?: Pick<StepSurroundings, 'completion' | 'earlier' | 'act'>;
  /** Looks at the locked case and may refuse; runs before anything moves. */
  readonly check?: (held: LockedCase, definition: PublishedDefinition) => AppError | undefined;
}

/** To another version of its process. */
export interface MigrateRequest {
  readonly caseId: string;
  readonly stimulusId: string;
  readonly definitionId: string;
  readonly mapping: NodeMapping;
  readonly actor: Actor;
  readonly act: PersonalAct;
}

/** On one clock; nothing else of the case moves. */
export interface ClockActRequest {
  readonly caseId: string;
  readonly stimulusId: string;
  readonly clockId: string;
  readonly act: ClockAct;
  readonly actor: Actor;
  /** Whether the actor may, given the office that answers for the clock. */
  readonly mayAct: (
    approver: string | undefined,
    officeId: string | undefined,
    directory: FullDirectory,
  ) => boolean;
}

export interface OpenRequest {
  readonly definition: PublishedDefinition;
  readonly startEvent: string;
  readonly stimulusId: string;
  readonly data: JsonObject;
  readonly event?: JsonObject;
  readonly businessKey?: string;
  readonly district: string;
  readonly title: string;
  readonly causedBy?: string;
  readonly parentCase?: string;
  readonly actor: Actor;
}

export interface Transition {
  readonly caseId: string;
  readonly caseNo: string;
  readonly now: string;
  /** The stimulus had been applied before: nothing was done. */
  readonly repeated: boolean;
  /** The message came before the case was ready for it and waits in the case. */
  readonly buffered: boolean;
  readonly createdTasks: readonly TaskRow[];
  /** Tasks it closed, with who had claimed them. */
  readonly closedTasks: readonly OpenTask[];
  readonly ended?: { readonly outcome?: string };
}
