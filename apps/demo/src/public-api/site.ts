/** A running Lianban, as the offices and the institutions of a story reach it. */
export interface Site {
  readonly url: string;
  /** The Standard Webhooks secret of a source of events, such as `/zhoushan/330902/education`. */
  secretOf(source: string): Promise<string>;
  /**
   * How long whatever is awaited may take, in milliseconds of real time: an answer while the api is away, a task while
   * the worker is. An outage within it changes nothing about the story.
   */
  readonly patience: number;
}
