import { type TaskRule, filled, refusal } from './task-rule.js';

/** A notice of non-conformity gives its reasons: the clause and what was found (备案办法 art. 9). */
export const nonconformityNamesItems: TaskRule = ({ outcome, form }) =>
  outcome !== 'non-conforming' || (filled(form['clause']) && filled(form['finding']))
    ? undefined
    : refusal('TASKS.NONCONFORMITY_WITHOUT_REASON', 'Name the clause and what was found.', 'form.clause');
