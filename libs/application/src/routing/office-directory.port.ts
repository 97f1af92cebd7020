import type { Directory } from '@lianban/domain';

/** People who hold a post, by office and post. */
export interface PostHolder {
  readonly userId: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly officeId: string;
  readonly post: string;
  /** Who stands in (代办) while the holder is away. */
  readonly standIn?: {
    readonly userId: string;
    readonly name: { readonly zh: string; readonly en: string };
  };
}

export interface FullDirectory extends Directory {
  readonly holders: readonly PostHolder[];
  readonly departments: ReadonlyMap<
    string,
    { readonly enforcementPower: boolean; readonly verticallyLed: boolean }
  >;
  /** 发文机关代字 by district: what begins the numbers of papers issued there. */
  readonly signs: ReadonlyMap<string, string>;
  readonly districts: ReadonlyMap<string, { readonly zh: string; readonly en: string }>;
}

/** Departments, districts, offices, overrides and posts of a tenant, read whole: it is small and changes rarely. */
export abstract class OfficeDirectory {
  abstract read(tenant: string): Promise<FullDirectory>;
}
