import type { ProcessPlan, TimerCycle } from '@lianban/process-runtime';
import type { Tx } from '../transaction/index.js';

/** A published version of a process definition. Never changes; a running case stays on its version. */
export interface PublishedDefinition {
  readonly id: string;
  readonly tenant: string;
  readonly key: string;
  readonly version: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly plan: ProcessPlan;
  readonly planHash: string;
  /** form-js schemas by name and language: `forms['open-dossier'].zh`. */
  readonly forms: Readonly<Record<string, { readonly zh: unknown; readonly en: unknown }>>;
  /** Decision models (DMN) by file name, published with the process. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Switches of the pack, readable in expressions as `parameters`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface StartSubscription {
  readonly definitionId: string;
  readonly definitionKey: string;
  readonly startEvent: string;
}

export interface NewDefinition extends Omit<PublishedDefinition, 'id' | 'version'> {
  readonly pack: string;
  readonly xml: string;
  readonly complete: boolean;
  readonly incompleteNote?: { readonly zh: string; readonly en: string };
  readonly publishedBy: string;
  readonly startMessages: readonly { readonly message: string; readonly startEvent: string }[];
  /** When its timers begin their first cases. They take the place of what earlier versions were to begin. */
  readonly starts: readonly NewScheduledStart[];
}

export interface NewScheduledStart {
  readonly ref: string;
  readonly at: string;
  readonly payload: ScheduledStart;
}

/** What a due row of a definition knows of the timer that it stands for. */
export interface ScheduledStart {
  readonly startEvent: string;
  readonly part: number;
  readonly cycle?: TimerCycle;
}

/** A type of event and the JSON Schema of its data. */
export interface EventSchema {
  readonly type: string;
  readonly schema: object;
}

export abstract class DefinitionStore {
  abstract find(id: string): Promise<PublishedDefinition | undefined>;
  abstract currentId(tenant: string, key: string): Promise<string | undefined>;
  /** Of each key the current version, and those of `versions` that there are. */
  abstract callable(
    tenant: string,
    keys: readonly string[],
    versions: readonly number[],
  ): Promise<readonly (PublishedDefinition & { readonly current: boolean })[]>;
  abstract startsOn(tenant: string, message: string): Promise<readonly StartSubscription[]>;
  abstract eventSchemas(tenant: string): Promise<readonly EventSchema[]>;
  /** Two publishers of one key take turns; answers business time. */
  abstract begin(tx: Tx, tenant: string, key: string): Promise<string>;
  /** Publishes a version and makes it the current one; the same plan and forms again answer the version there is. */
  abstract publish(
    tx: Tx,
    definition: NewDefinition,
  ): Promise<{ readonly id: string; readonly version: number }>;
}
