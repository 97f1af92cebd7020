import type { Text2 } from './page.views.js';

export interface EmergencyPlace {
  readonly code: string;
  readonly name: Text2;
}

/** How far the clocks have been stopped, or have been let run again. */
export interface EmergencyProgress {
  readonly state: 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';
  /** Cases that were looked at, of how many. */
  readonly looked: number;
  readonly total?: number;
  /** Clocks that stand still, or run again, by it. */
  readonly changed: number;
  readonly failed: number;
}

/** 台风、停航: the clocks of on-site steps in its places stand still while it is in force. */
export interface EmergencyView {
  readonly id: string;
  readonly state: 'planned' | 'in-force' | 'over';
  readonly places: readonly EmergencyPlace[];
  readonly from: string;
  readonly to?: string;
  readonly document: string;
  readonly reason: string;
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly liftedAt?: string;
  readonly liftedBy?: string;
  readonly liftReason?: string;
  readonly stopping: EmergencyProgress;
  readonly lifting?: EmergencyProgress;
  /** Whether the reader may lift it. */
  readonly mayLift: boolean;
}

export interface EmergencyListView {
  readonly items: readonly EmergencyView[];
  readonly next?: string;
  /** Places for which the reader may enter one. */
  readonly places: readonly EmergencyPlace[];
}

/** What an emergency over these places would stop now. */
export interface EmergencyImpactView {
  readonly clocks: number;
  readonly cases: number;
  /** Of these clocks, those that stand still on another ground already. */
  readonly standing: number;
  readonly offices: readonly { readonly id: string; readonly name: Text2; readonly clocks: number }[];
  /** Those that fall due first. */
  readonly items: readonly {
    readonly clockId: string;
    readonly caseId: string;
    readonly caseNo: string;
    readonly caseTitle: string;
    readonly clock: Text2;
    readonly dueAt?: string;
  }[];
}
