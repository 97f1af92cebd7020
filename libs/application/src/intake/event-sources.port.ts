/** A system that may send events, with its Standard Webhooks secrets: several during a rotation. */
export interface EventSource {
  readonly source: string;
  readonly tenant: string;
  readonly secrets: readonly string[];
  readonly types: readonly string[];
}

/** What the door must know before it opens a transaction. Kept for seconds: a new source works almost at once. */
export abstract class IntakeCatalogue {
  abstract sources(): Promise<ReadonlyMap<string, EventSource>>;
  abstract schema(tenant: string, type: string): Promise<object | undefined>;
}
