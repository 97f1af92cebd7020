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
    /** Elements of the diagram from a start to where it goes wrong, in order. */
    readonly way?: readonly string[];
    readonly message: string;
    /** The message in Chinese, where the check speaks both languages. */
    readonly zh?: string;
    readonly code?: string;
  }[];
}
