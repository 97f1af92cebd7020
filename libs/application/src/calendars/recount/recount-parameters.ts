import type { LayerName } from '@lianban/calendar';
import type { JsonObject } from '@lianban/kernel';

/** Which version takes the place of which: what an operation is told. */
export interface RecountParameters {
  readonly layer: LayerName;
  readonly code: string;
  readonly version: number;
  /** The version that held before; absent for the first of a layer. */
  readonly before?: number;
  /** The revision of the draft that was previewed. */
  readonly revision: number;
}

export const recountParameters = (parameters: RecountParameters): JsonObject => ({ ...parameters });

/** Written by {@link recountParameters} alone. */
export const readRecount = (parameters: JsonObject): RecountParameters =>
  parameters as unknown as RecountParameters;
