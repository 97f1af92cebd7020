/** A document with its number, as it is to be rendered. */
export interface IssuedDocument {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly issuedAt: string;
  readonly office: string;
  readonly institution: string;
  readonly state: 'rendering' | 'ready';
}

export abstract class DocumentStore {
  abstract find(id: string): Promise<IssuedDocument | undefined>;
  abstract ready(id: string, sha256: string): Promise<void>;
}

/** Makes the file of a document; rendering the same document again replaces it with the same content. */
export abstract class DocumentRenderer {
  /** Answers the SHA-256 of the file, in hex. */
  abstract render(document: IssuedDocument): Promise<string>;
}
