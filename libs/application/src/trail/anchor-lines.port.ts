/** What was laid down outside the database, read where this process can read it. */
export abstract class AnchorLines {
  /** Undefined where there is none to read: the trail is then judged by its signatures alone. */
  abstract read(): AsyncIterable<string> | undefined;
}
