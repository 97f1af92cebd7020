import type { MonthFigures } from '@lianban/contracts';

/** How much of what was completed was late in its own court; each has a word and a tint of its own. */
export type Heat = 'none' | 'few' | 'some' | 'many';

const FEW = 0.1;
const SOME = 0.25;

export const heatOf = ({ completed, lateOwn }: MonthFigures): Heat => {
  if (lateOwn === 0) return 'none';
  const share = lateOwn / completed;
  return share < FEW ? 'few' : share < SOME ? 'some' : 'many';
};
