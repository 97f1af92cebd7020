import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import type { CaseData, ServiceResult } from '@lianban/process-runtime';
import type { Tx } from '../transaction/index.js';

/** A service task that the case asks of the application itself, within its transition. */
export interface LocalCall {
  readonly caseId: string;
  readonly caseNo: string;
  readonly tenant: string;
  readonly district: string;
  readonly title: string;
  readonly node: string;
  readonly input: JsonObject;
  readonly data: CaseData;
  /** Business time of the transition. */
  readonly now: string;
  readonly actor: Actor;
}

/**
 * Performs one kind of service task inside the transaction of the transition: a number from a series, a match in a
 * register. Must be quick and may write through `tx`; may answer "not yet" and be asked again.
 */
export abstract class LocalService {
  abstract readonly name: string;
  abstract perform(tx: Tx, call: LocalCall): Promise<ServiceResult>;
}

/** The local services by name. */
export class LocalServices {
  private readonly byName: ReadonlyMap<string, LocalService>;

  constructor(services: readonly LocalService[]) {
    this.byName = new Map(services.map((service) => [service.name, service]));
  }

  names(): readonly string[] {
    return [...this.byName.keys()];
  }

  find(name: string): LocalService | undefined {
    return this.byName.get(name);
  }
}
