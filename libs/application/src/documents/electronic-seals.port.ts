/** What stands in the seal place of a paper. */
export interface SealImprint {
  /** Words of the imprint, one a line. */
  readonly lines: readonly string[];
}

/** 电子印章 of offices. No legal act depends on one: a paper without an imprint keeps its seal place for the stamp. */
export abstract class ElectronicSeals {
  /** The imprint of an office on one document; absent where no seal of it is configured. */
  abstract imprint(of: {
    readonly office: string;
    readonly documentId: string;
  }): Promise<SealImprint | undefined>;
}
