/** A property or data object (BPMN 2.0.2 §10.4.1): lives as long as its process or sub-process, null at first. */
export interface VariableDeclaration {
  readonly name: string;
  /** FEEL type where the item definition names an XSD type: `number`, `string`, `boolean`, `date`, … */
  readonly type?: string;
  readonly collection?: boolean;
}
