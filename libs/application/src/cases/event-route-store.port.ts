import type { CloudEvent } from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

export interface EventMatch {
  readonly caseId: string;
  readonly caseNo: string;
  readonly how: 'opened' | 'received' | 'buffered' | 'already-running';
}

/** The inbox of events as the router sees it. */
export abstract class EventRouteStore {
  /** Stores an event of our own services where it isn't known; answers whether it still has to be routed. */
  abstract record(tx: Tx, tenant: string, event: CloudEvent): Promise<boolean>;
  abstract read(
    tx: Tx,
    source: string,
    id: string,
  ): Promise<{ readonly tenant: string; readonly event: CloudEvent; readonly settled: boolean } | undefined>;
  /** Open cases that hear the message under one of these keys. */
  abstract hearers(
    tx: Tx,
    tenant: string,
    message: string,
    keys: readonly string[],
  ): Promise<
    readonly {
      readonly caseId: string;
      readonly caseNo: string;
      readonly definitionId: string;
      readonly definitionKey: string;
      readonly key: string;
    }[]
  >;
  abstract settle(
    tx: Tx,
    source: string,
    id: string,
    state: 'routed' | 'unmatched' | 'ignored',
    matches: readonly EventMatch[],
    reason?: string,
  ): Promise<void>;
  /** Name and district of an institution, for the title of its case. */
  abstract subjectOf(
    tx: Tx,
    tenant: string,
    institutionId: string,
  ): Promise<{ readonly name: string; readonly district: string } | undefined>;
}
