import type { AppError, Json, JsonObject } from '@lianban/kernel';
import type { CaseData, CaseState } from '../state/case-state.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { ArmedTimer, Effect } from '../step/effect.js';
import type { Observation } from '../step/observation.js';
import type { StepContext } from '../step/step-context.js';

/** One instance of a process. State and data may be stored and put back between two moves. */
export interface Instance {
  readonly id: string;
  readonly plan: ProcessPlan;
  state: CaseState;
  data: CaseData;
  /** The first incident; nothing else is moved by the engine from then on. */
  failure?: Pick<AppError, 'code' | 'message'> & { readonly node: string };
}

/** Something a person or a service is asked for. */
export interface OfferedWork {
  readonly instance: Instance;
  readonly kind: 'task' | 'service';
  readonly node: string;
  readonly token: string;
  readonly input: JsonObject;
  readonly item?: Json;
}

/** What becomes of it, `after` so many milliseconds of the virtual clock. */
export interface Performance {
  readonly after?: number;
  readonly outcome?: string;
  /** The answers of a form, or the result of a service. */
  readonly data?: JsonObject;
  /** Set by name besides. */
  readonly variables?: JsonObject;
  /** The code of an error that is thrown instead of completing. */
  readonly error?: string;
}

/** All that an engine in memory doesn't know itself. */
export interface World {
  readonly evaluate: StepContext['evaluate'];
  readonly decide?: StepContext['decide'];
  readonly visitBudget?: number;
  /** Where the virtual clock begins, ISO 8601. */
  readonly from: string;
  /** The instant a timer falls due, where the step has not worked it out: business time needs calendars. Absent: never. */
  readonly dueOf?: (timer: ArmedTimer, now: string) => string | undefined;
  /** What is done with offered work; undefined: it stays open until somebody moves the instance. */
  readonly perform?: (work: OfferedWork) => Performance | undefined;
  /** Told as things come about, before the step goes on. */
  readonly onEffect?: (instance: Instance, effect: Effect) => void;
  readonly observe?: (instance: Instance, observation: Observation) => void;
}
