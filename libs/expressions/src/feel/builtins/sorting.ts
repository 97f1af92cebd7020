import { compare } from '../values/comparison.js';
import { LIST, define, func, list, refuse, signature } from './define.js';
import { mergeSort } from './merge-sort.js';

/** DMN 1.3 table 78. */
export const sortFunctions = [
  define(
    'sort',
    signature([list('list'), func('precedes')], LIST, ([items, precedes], run) => {
      if (precedes.parameters.length !== 2) return refuse(run, 'sort() needs a function of two items.');
      return mergeSort(items, (a, b) => precedes.invoke([a, b], run) === true, run);
    }),
    signature([list('list')], LIST, ([items], run) => {
      let ordered = true;
      const sorted = mergeSort(
        items,
        (a, b) => {
          const order = compare(a, b, run);
          ordered &&= order !== null;
          return (order ?? 0) < 0;
        },
        run,
      );
      return ordered
        ? sorted
        : refuse(run, 'sort() without a function takes values of one ordered kind only.');
    }),
  ),
];
