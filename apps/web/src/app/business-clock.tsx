import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { dateText, dateTimeText } from '../ui/instants.js';
import { useSession } from './session.js';

const Now = createContext<Date>(new Date());

/** Business time as the server told it, carried on by the minute; it may be days away from the computer's own. */
export function BusinessClock({ children }: { readonly children: ReactNode }) {
  const { session, receivedAt } = useSession();
  const offset = session === undefined ? 0 : Date.parse(session.businessNow) - receivedAt;
  const [now, setNow] = useState(() => new Date(Date.now() + offset));
  useEffect(() => {
    const tick = (): void => setNow(new Date(Date.now() + offset));
    tick();
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, [offset]);
  return <Now value={now}>{children}</Now>;
}

export const useNow = (): Date => use(Now);

/** Dates as this reader wants them: language, weekday, office time. */
export function useDates(): {
  readonly date: (instant: string) => string;
  readonly dateTime: (instant: string) => string;
} {
  const language = useLanguage();
  const now = useNow();
  return useMemo(
    () => ({
      date: (instant: string) => dateText(language, instant, now),
      dateTime: (instant: string) => dateTimeText(language, instant, now),
    }),
    [language, now],
  );
}
