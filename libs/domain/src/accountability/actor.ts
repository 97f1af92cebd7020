/**
 * Who acts. Handed explicitly to every command, job and activity: guards cover HTTP only, so the policy check
 * sits in the handler and asks this.
 */
export interface Actor {
  readonly tenant: string;
  readonly kind: 'person' | 'system' | 'institution' | 'source';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Offices in which the person holds a post; empty for others. */
  readonly officeIds: readonly string[];
  readonly institutionId?: string;
  /** Address the request came from. */
  readonly address?: string;
  /** One id from the HTTP header to the audit row. */
  readonly correlationId?: string;
}

/** The engine itself, when a due row, a result or a relay moves a case. */
export const engineActor = (tenant: string, correlationId?: string): Actor => ({
  tenant,
  kind: 'system',
  id: 'engine',
  name: '流程引擎',
  roles: ['engine'],
  officeIds: [],
  ...(correlationId === undefined ? {} : { correlationId }),
});
