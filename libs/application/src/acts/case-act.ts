import type { SuspensionGround } from '@lianban/contracts';
import type { ClockAct } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';

/** What a person does with a task besides completing it. */
export type TaskAct = { readonly taskId: string; readonly reason: string } & (
  | { readonly kind: 'return-to'; readonly node: string; readonly then: 'walk-again' | 'come-back' }
  | { readonly kind: 'take-back' }
  | { readonly kind: 'add-signer'; readonly signer: string }
  | { readonly kind: 'remove-signer' }
);

/** What a supervisor or an administrator does to a case. */
export type CaseAct = { readonly caseId: string; readonly reason: string } & (
  { readonly kind: 'suspend'; readonly ground: SuspensionGround } | { readonly kind: 'resume' } | Operation
);

/** 跳转 and what belongs to it: for an administrator alone. */
export type Operation =
  | { readonly kind: 'move-token'; readonly token: string; readonly node: string }
  | { readonly kind: 'insert-token'; readonly node: string; readonly scope?: string | undefined }
  | { readonly kind: 'cancel-token'; readonly token: string }
  | { readonly kind: 'set-data'; readonly values: JsonObject; readonly scope?: string | undefined }
  | { readonly kind: 'start-activity'; readonly scope: string; readonly node: string };

/** 延期, 中止, 恢复 of one clock. */
export type ActOnClock = { readonly caseId: string; readonly clockId: string } & ClockAct;

export type Act = TaskAct | CaseAct | ActOnClock;
