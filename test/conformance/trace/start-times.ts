import { type EventTrigger, addDuration, instantOf, repetitionOf } from '@lianban/process-runtime';

/** The instants from `begin` to `end`, in milliseconds, at which a timer start event starts its process. */
export const startTimes = (
  { timer }: Extract<EventTrigger, { kind: 'timer' }>,
  begin: number,
  end: number,
): readonly number[] => {
  switch (timer.kind) {
    case 'elapsed':
      return upTo(end, addDuration(begin, timer.iso));
    case 'date':
      return upTo(end, instantOf(timer.iso)).map((at) => Math.max(at, begin));
    case 'cycle':
      return occurrences(timer.iso, begin, end);
    default:
      return [];
  }
};

const upTo = (end: number, at: number | undefined): readonly number[] =>
  at === undefined || at > end ? [] : [at];

const occurrences = (iso: string, begin: number, end: number): readonly number[] => {
  const repetition = repetitionOf(iso);
  if (!repetition) return [];
  const { every, times = Infinity, start, until = Infinity } = repetition;
  const found: number[] = [];
  let at = start ?? addDuration(begin, every);
  while (at !== undefined && at <= Math.min(end, until) && found.length < times) {
    if (at >= begin) found.push(at);
    at = addDuration(at, every);
  }
  return found;
};
