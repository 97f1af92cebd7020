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
  /** Colleagues who are away and for whom the person stands in (代办) at this moment. */
  readonly standsInFor?: readonly Absent[];
  readonly institutionId?: string;
  /** Address the request came from. */
  readonly address?: string;
  /** One id from the HTTP header to the audit row. */
  readonly correlationId?: string;
}

export interface Absent {
  readonly id: string;
  readonly name: string;
  /** Offices of theirs in which whoever stands in for them holds no post. */
  readonly officeIds: readonly string[];
}

/** Whether what this person holds is the actor's to work on: their own, or of somebody they stand in for. */
export const actsFor = (actor: Actor, userId: string): boolean =>
  userId === actor.id || (actor.standsInFor ?? []).some(({ id }) => id === userId);

/**
 * In whose name (代) an act on a task is done, where it is not one's own: of the absent colleague who holds it, or by whose
 * post alone one works at its office. The trail names both.
 */
export const inNameOf = (
  { standsInFor = [] }: Actor,
  task: { readonly officeId: string; readonly assignee?: string | undefined },
): Absent | undefined =>
  standsInFor.find(({ id }) => id === task.assignee) ??
  standsInFor.find(({ officeIds }) => officeIds.includes(task.officeId));

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
