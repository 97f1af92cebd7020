import { useSearchParams } from 'react-router';

/** The filters of a page live in its address, so that it can be sent and reloaded. One without a value leaves it. */
export function useFilters(): readonly [URLSearchParams, (name: string, value: string | undefined) => void] {
  const [filters, setFilters] = useSearchParams();
  const change = (name: string, value: string | undefined): void =>
    setFilters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [filters, change];
}
