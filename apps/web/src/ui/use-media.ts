import { useSyncExternalStore } from 'react';

const phone = '(max-width: 760px)';

const subscribe = (onChange: () => void): (() => void) => {
  const media = window.matchMedia(phone);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
};

/** Lists and details side by side need more room than a phone has. */
export const useIsPhone = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches);
