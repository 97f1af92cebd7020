/** The part of bpmn-moddle 10 we use; the package ships no declarations at its root. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs?: Readonly<Record<string, unknown>>;
    readonly $parent?: ModdleElement;
    readonly id?: string;
    readonly [property: string]: unknown;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
  }
  export interface ModdleWarning {
    readonly message: string;
    readonly error?: Error;
    readonly element?: ModdleElement;
  }
  /** What a property of an element refers to by its id. */
  export interface ModdleReference {
    readonly element: ModdleElement;
    readonly property: string;
    readonly id: string;
  }
  export interface ModdlePackage {
    readonly types: readonly {
      readonly name: string;
      readonly properties?: readonly { readonly name: string; readonly [key: string]: unknown }[];
    }[];
    readonly [key: string]: unknown;
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    getPackage(prefix: string): ModdlePackage;
    fromXML(xml: string): Promise<{
      rootElement: ModdleElement;
      warnings: readonly ModdleWarning[];
      references: readonly ModdleReference[];
    }>;
    toXML(
      element: ModdleElement,
      options?: { format?: boolean; preamble?: boolean },
    ): Promise<{ xml: string }>;
  }
}
