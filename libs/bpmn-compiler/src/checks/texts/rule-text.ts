export interface RuleText {
  /** Where BPMN 2.0.2 (formal/2013-12-09) says so. */
  readonly clause: string;
  /** What is wrong and what to do; `{element}` is the element, other braces are named by the check. */
  readonly en: string;
  readonly zh: string;
  /** What is unusual and not forbidden. */
  readonly warning?: true;
}
