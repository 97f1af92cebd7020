import type { JsonObject } from '@lianban/kernel';
import { ROOT_SCOPE } from '../../state/initial-state.js';
import type { Machine } from '../machine/machine.js';
import { type Applied, DONE, refuse } from '../stimuli/refusal.js';

/** Sets values by name, in the case data or as variables of one scope; conditions are judged anew. */
export const setData = (machine: Machine, values: JsonObject, id: string = ROOT_SCOPE): Applied => {
  const scope = machine.scopes.get(id);
  if (!scope || scope.kept) return refuse('invalid', 'CASES.NO_SUCH_SCOPE', 'The case has no such scope.');
  if (id === ROOT_SCOPE) machine.put(values, { scope: id });
  else {
    machine.scopes.set({ ...scope, data: { ...scope.data, ...values } });
    machine.changed = true;
  }
  return DONE;
};
