/** One move of a token, told while a step runs and kept nowhere. */
export type Observation =
  | {
      /** A node begins or is done (`cancelled`: is taken away); a sequence flow is taken; an event happens. */
      readonly kind: 'entered' | 'left' | 'cancelled' | 'taken' | 'happened';
      /** Id of the node or sequence flow. */
      readonly element: string;
      /** Scope that holds the token. */
      readonly scope: string;
      readonly token: string;
    }
  /** The inside of a sub-process, of a called process or of the process itself begins or ends. */
  | {
      readonly kind: 'scope-opened' | 'scope-closed';
      readonly scope: string;
      readonly parent?: string;
      /** The node it is the inside of; absent: the process itself. */
      readonly element?: string;
    };
