/** Live updates of the server (SSE). One connection a page; screens listen by kind. */
export interface LiveEvents {
  readonly task: { readonly officeId: string; readonly taskId: string; readonly kind: string };
  readonly case: { readonly caseId: string };
  readonly board: Readonly<Record<string, never>>;
  /** The connection came back: what happened meanwhile is unknown, so look again. */
  readonly resumed: Readonly<Record<string, never>>;
  readonly state: { readonly connected: boolean };
}

type Kind = keyof LiveEvents;
type Listener = (event: never) => void;

const listeners = new Map<Kind, Set<Listener>>();

const tell = <K extends Kind>(kind: K, event: LiveEvents[K]): void => {
  listeners.get(kind)?.forEach((listener) => listener(event as never));
};

export function listen<K extends Kind>(kind: K, listener: (event: LiveEvents[K]) => void): () => void {
  const own = listeners.get(kind) ?? new Set<Listener>();
  listeners.set(kind, own);
  own.add(listener);
  return () => own.delete(listener);
}

const firstWaitMs = 1000;
const longestWaitMs = 30_000;

/** Keeps one connection open until the returned function is called; waits longer after each failure. */
export function connectLive(): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWaitMs;
  let lost = false;

  const open = (): void => {
    source = new EventSource('/api/live');
    source.addEventListener('open', () => {
      wait = firstWaitMs;
      tell('state', { connected: true });
      if (lost) tell('resumed', {});
      lost = false;
    });
    for (const kind of ['task', 'case', 'board'] as const) {
      source.addEventListener(kind, (message: MessageEvent<string>) => tell(kind, JSON.parse(message.data)));
    }
    source.addEventListener('error', () => {
      // A browser gives up for good on an HTTP error (a gateway's 502); only we can open it again.
      source?.close();
      lost = true;
      tell('state', { connected: false });
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWaitMs);
    });
  };

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
