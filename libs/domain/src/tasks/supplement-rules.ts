import { type TaskRule, listOf, refusal } from './task-rule.js';

/** Missing items are told once and all together (行政许可法 art. 32, by analogy): a later notice may not repeat one. */
export const noRepeatedMissingItem: TaskRule = ({ outcome, form, data }) => {
  if (outcome !== 'supplement') return undefined;
  const told = new Set(listOf(data['noticedItems']));
  const repeated = listOf(form['missing']).filter((item) => told.has(item));
  return repeated.length === 0
    ? undefined
    : {
        ...refusal(
          'TASKS.MISSING_ITEM_REPEATED',
          'These items were missing already when the first notice was issued and may not be asked for again.',
          'form.missing',
        ),
        details: { items: repeated },
      };
};

/** A notice that names nothing asks for nothing. */
export const supplementNamesItems: TaskRule = ({ outcome, form }) =>
  outcome === 'supplement' && listOf(form['missing']).length === 0
    ? refusal('TASKS.MISSING_ITEMS_EMPTY', 'Name the missing items.', 'form.missing')
    : undefined;
