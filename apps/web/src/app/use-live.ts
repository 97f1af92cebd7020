import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { connectLive, listen, type LiveEvents } from './live.js';

export function useLive<K extends keyof LiveEvents>(kind: K, handler: (event: LiveEvents[K]) => void): void {
  const onEvent = useEffectEvent(handler);
  useEffect(() => listen(kind, (event) => onEvent(event)), [kind]);
}

/** Fetches these queries again when the server says that something behind them changed. */
export function useLiveRefresh(
  kinds: readonly ('task' | 'case' | 'board' | 'resumed')[],
  ...keys: readonly QueryKey[]
): void {
  const client = useQueryClient();
  const refresh = useEffectEvent(() => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  });
  const joined = kinds.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A transition tells several things at once; one look is enough for all of them.
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh(), 300);
    };
    const stops = joined.split(' ').map((kind) => listen(kind as 'task', soon));
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [joined]);
}

/** Holds the connection while somebody is signed in; true once it has been away long enough to be worth a word. */
export function useLiveConnection(): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen('state', ({ connected }) => {
      clearTimeout(timer);
      if (connected) setLost(false);
      else timer = setTimeout(() => setLost(true), 3000);
    });
    const disconnect = connectLive();
    return () => {
      clearTimeout(timer);
      stop();
      disconnect();
    };
  }, []);
  return isLost;
}
