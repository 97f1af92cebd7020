import type { CalendarLayer, LayerName } from '@lianban/calendar';
import type { CalendarDocument } from '@lianban/contracts';

/** Which version of which layer. */
export interface VersionKey {
  readonly layer: LayerName;
  readonly code: string;
  readonly version: number;
}

/** A version of a layer as a governed document; `body` is what is counted by. */
export interface CalendarVersion extends VersionKey {
  readonly state: 'draft' | 'published';
  readonly inForce: boolean;
  readonly effectiveFrom: string;
  readonly document: CalendarDocument;
  readonly publisher?: string;
  readonly note?: string;
  readonly revision: number;
  readonly publishedAt?: string;
  readonly publishedBy?: string;
  readonly preview?: string;
  readonly operation?: string;
  readonly body: CalendarLayer;
}
