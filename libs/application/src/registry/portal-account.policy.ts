/** The first password of an institution's portal account: the demo's in a demo, else none until it is handed over. */
export abstract class PortalAccountPolicy {
  abstract initialPasswordHash(): Promise<string>;
}
