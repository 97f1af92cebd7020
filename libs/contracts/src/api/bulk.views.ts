/** An order over many cases or deadlines, and how far it has come. */
export interface BulkOperationView {
  readonly id: string;
  readonly kind: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly state: 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';
  /** It does not begin before this instant. */
  readonly notBefore: string;
  /** Items there were when it began; absent until then. */
  readonly total?: number;
  readonly looked: number;
  readonly changed: number;
  readonly failed: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly begunAt?: string;
  readonly endedAt?: string;
}

export interface BulkFailureView {
  readonly item: string;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly at: string;
}
