/** One finding about a definition. `error` refuses publishing; a code never changes its meaning. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** `BPMN.UNSUPPORTED_ELEMENT`; each code has a page in docs/guides/bpmn-checks.md. */
  readonly code: string;
  readonly message: string;
  /** The element it is about, as in the XML. */
  readonly elementId?: string;
  readonly line?: number;
  /** The message in Chinese, where the check has one. */
  readonly zh?: string;
  /** Elements from a start to where it goes wrong, in order: flows and nodes as the diagram draws them. */
  readonly path?: readonly string[];
}

export const problem = (code: string, message: string, elementId?: string): Diagnostic => ({
  severity: 'error',
  code,
  message,
  ...(elementId === undefined ? {} : { elementId }),
});
