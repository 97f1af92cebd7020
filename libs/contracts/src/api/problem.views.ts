/** RFC 9457 problem. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly {
    readonly path?: string;
    readonly elementId?: string;
    readonly line?: number;
    readonly message: string;
    readonly code?: string;
  }[];
}
