import type { Text2 } from '@lianban/contracts';
import type { RungAct } from '@lianban/domain';
import type { Told } from './tell-addressees.js';

/**
 * What the outbox says of a rung that does more than tell (`rung-fired`): one row for each firing, handed over until
 * whoever takes its acts has taken them. Clock and level together are its identity.
 */
export interface RungFired {
  readonly tenant: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly clockId: string;
  readonly clockName: Text2;
  readonly taskId?: string;
  readonly level: string;
  /** `L-STD@2` */
  readonly ladder: string;
  readonly plannedAt: string;
  readonly firedAt: string;
  readonly dueAt: string;
  /** Legal basis by code, or `PD`. */
  readonly basis: string;
  /** Absent before the due instant. */
  readonly lateness?: 'breached' | 'late';
  /** The unit that is late. One that is led from above (垂直管理) is reached through the convenor. */
  readonly unit: { readonly officeId: string; readonly district: string; readonly ledFromAbove: boolean };
  readonly action: Text2;
  readonly acts: readonly RungAct[];
  readonly told: readonly Told[];
}
