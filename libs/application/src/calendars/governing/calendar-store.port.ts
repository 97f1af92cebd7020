import type { CalendarLayer, LayerName } from '@lianban/calendar';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../../transaction/index.js';
import type { CalendarVersion, VersionKey } from './calendar-version.js';

export type DraftContent = Pick<
  CalendarVersion,
  'layer' | 'code' | 'effectiveFrom' | 'document' | 'publisher' | 'note' | 'body'
>;

export interface Publication {
  readonly key: VersionKey;
  readonly reason: string;
  /** The operation that will apply it. */
  readonly operation: string;
}

/** The versions of calendars. What was published is never written again; the database sees to that as well. */
export abstract class CalendarStore {
  abstract now(tx: Tx): Promise<string>;
  /** All versions of a tenant, newest first. */
  abstract all(tx: Tx, tenant: string): Promise<readonly CalendarVersion[]>;
  abstract version(tx: Tx, tenant: string, key: VersionKey): Promise<CalendarVersion | undefined>;
  /** The draft under a lock, to the end of the transaction. */
  abstract holdDraft(
    tx: Tx,
    tenant: string,
    layer: LayerName,
    code: string,
  ): Promise<CalendarVersion | undefined>;
  /** The newest published version of a layer before `version`, in force or not. */
  abstract before(tx: Tx, tenant: string, key: VersionKey): Promise<number | undefined>;
  abstract insertDraft(tx: Tx, actor: Actor, draft: DraftContent): Promise<CalendarVersion>;
  /** The next revision of the draft; its preview is out of date. */
  abstract replaceDraft(tx: Tx, actor: Actor, draft: DraftContent): Promise<CalendarVersion>;
  abstract dropDraft(tx: Tx, actor: Actor, layer: LayerName, code: string): Promise<void>;
  abstract notePreview(tx: Tx, tenant: string, key: VersionKey, operation: string): Promise<void>;
  abstract publish(tx: Tx, actor: Actor, publication: Publication): Promise<void>;
  /** Layers in force, from the nation inwards, with one of them in another version or left out. */
  abstract layersWith(
    tx: Tx,
    tenant: string,
    instead: Omit<VersionKey, 'version'> & { readonly version?: number },
  ): Promise<readonly CalendarLayer[]>;
}
