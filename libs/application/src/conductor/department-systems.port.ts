import type { JsonObject } from '@lianban/kernel';
import type { ServiceResult } from '@lianban/process-runtime';

/** Another department's system answered, definitively. Anything else (no network, 5xx, too slow) throws. */
export type DepartmentAnswer = Exclude<ServiceResult, { kind: 'not-yet' }>;

export abstract class DepartmentSystems {
  /** `key` makes a repeated call have one effect at the other side. */
  abstract call(operation: string, key: string, input: JsonObject): Promise<DepartmentAnswer>;
}
