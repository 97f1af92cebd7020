/** The part of dmn-moddle 12 we use; the package ships no declarations. */
declare module 'dmn-moddle' {
  export interface DmnElement {
    readonly $type: string;
    readonly id?: string;
    readonly [property: string]: unknown;
  }
  export interface DmnPackage {
    readonly types: readonly object[];
  }
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    getPackage(prefix: string): DmnPackage;
    fromXML(xml: string): Promise<{
      rootElement: DmnElement;
      warnings: readonly { readonly message: string; readonly element?: DmnElement }[];
    }>;
  }
}
