/** A document with its number, as it is to be rendered. */
export interface IssuedDocument {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly issuedAt: string;
  readonly office: string;
  /** To whom it is addressed: an institution or a unit. */
  readonly institution: string;
  /** Words in force when it was issued; absent where the document brings its own paragraphs. */
  readonly template?: { readonly body: string; readonly article: string };
  readonly state: 'rendering' | 'ready';
}

export abstract class DocumentStore {
  abstract find(id: string): Promise<IssuedDocument | undefined>;
  abstract ready(id: string, sha256: string): Promise<void>;
}

/** Its words as they are printed. */
export interface PrintedDocument extends IssuedDocument {
  readonly paragraphs: readonly string[];
}

/** Makes the file of a document; rendering the same document again replaces it with the same content. */
export abstract class DocumentRenderer {
  /** Answers the SHA-256 of the PDF, in hex. */
  abstract render(document: PrintedDocument): Promise<string>;
}
