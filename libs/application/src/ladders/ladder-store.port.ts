import type { LadderContent, LadderView, Text2 } from '@lianban/contracts';
import type { LedgerEntry } from '@lianban/calendar';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export interface LadderDraft {
  readonly content: LadderContent;
  readonly revision: number;
}

/** A clock that has been, as a dry run reads it. */
export interface PastClock {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly definition: string;
  readonly definitionId: string;
  readonly node: string;
  readonly name: Text2;
  readonly scope: 'unit' | 'case';
  readonly district: string;
  readonly ledger: readonly LedgerEntry[];
  /** When each milestone of the case was recorded. */
  readonly milestones: Readonly<Record<string, string>>;
  /** Tasks of its step, in the order they came. */
  readonly tasks: readonly {
    readonly id: string;
    readonly node: string;
    readonly officeId: string;
    readonly assignee?: string;
  }[];
  readonly firings: readonly {
    readonly level: string;
    readonly firedAt: string;
    readonly told: readonly { readonly office: Text2; readonly name: Text2 }[];
  }[];
}

/** Ladders as they are edited. What clocks climb is read through GovernedData. */
export abstract class LadderStore {
  abstract list(tx: Tx, tenant: string): Promise<readonly LadderView[]>;
  /** Locks the draft; undefined where there is none. */
  abstract draft(tx: Tx, tenant: string, code: string): Promise<LadderDraft | undefined>;
  /** Newest published version with its content; undefined for a new code. */
  abstract newest(
    tx: Tx,
    tenant: string,
    code: string,
  ): Promise<{ readonly version: number; readonly content: LadderContent } | undefined>;
  /** Answers the new revision; undefined where somebody else has saved since `revision` was read. */
  abstract saveDraft(
    tx: Tx,
    actor: Actor,
    code: string,
    content: LadderContent,
    revision: number,
  ): Promise<number | undefined>;
  abstract discardDraft(tx: Tx, tenant: string, code: string): Promise<boolean>;
  /** Adds the version, takes the draft away and writes the trail. */
  abstract publish(
    tx: Tx,
    actor: Actor,
    ladder: {
      readonly code: string;
      readonly version: number;
      readonly content: LadderContent;
      readonly before?: LadderContent;
      readonly effectiveFrom: string;
      readonly reason: string;
    },
  ): Promise<void>;
  abstract now(tx: Tx): Promise<string>;
  /** Clocks on a ladder in cases opened within a span of time, the newest first. */
  abstract pastClocks(
    tx: Tx,
    tenant: string,
    code: string,
    since: string,
    until: string,
    limit: number,
  ): Promise<readonly PastClock[]>;
}
