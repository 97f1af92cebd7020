/** One finding about a decision model, or about one evaluation of it. An `error` among them refuses publishing. */
export interface DmnDiagnostic {
  readonly severity: 'error' | 'warning';
  /** `DMN.REQUIREMENT_CYCLE`; a code never changes its meaning. */
  readonly code: string;
  readonly message: string;
  /** The element it is about, as in the XML. */
  readonly elementId?: string;
}

export const problem = (code: string, message: string, elementId?: string): DmnDiagnostic => ({
  severity: 'error',
  code,
  message,
  ...(elementId === undefined ? {} : { elementId }),
});

export const warning = (code: string, message: string, elementId?: string): DmnDiagnostic => ({
  ...problem(code, message, elementId),
  severity: 'warning',
});
