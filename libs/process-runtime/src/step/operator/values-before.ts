import type { Json, JsonObject } from '@lianban/kernel';
import type { CaseData, CaseState, ValuesBefore } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';

/** A case before a step. Steps replace values and never change them: what is the same object was not written. */
export interface CaseBefore {
  readonly state: CaseState;
  readonly data: CaseData;
}

/** What a step has written, as it was before. */
export const valuesBefore = (machine: Machine, { state, data }: CaseBefore): ValuesBefore => {
  const variables = Object.fromEntries(
    state.scopes.flatMap((scope) => {
      const now = machine.scopes.get(scope.id);
      const written = now ? overwritten(scope.data ?? {}, now.data ?? {}) : {};
      return isEmpty(written) ? [] : [[scope.id, written]];
    }),
  );
  const values = overwritten(data, machine.data);
  const milestones = overwritten(state.milestones, machine.milestones);
  return {
    ...(isEmpty(values) ? {} : { data: values }),
    ...(isEmpty(milestones) ? {} : { milestones }),
    ...(isEmpty(variables) ? {} : { variables }),
  };
};

/** What somebody else has written since is theirs: it stays as they left it. */
export const withoutWritten = (before: ValuesBefore, since: ValuesBefore): ValuesBefore => {
  const data = without(before.data, since.data);
  const milestones = without(before.milestones, since.milestones);
  const variables = Object.fromEntries(
    Object.entries(before.variables ?? {}).flatMap(([scope, values]) => {
      const left = without(values, since.variables?.[scope]);
      return left ? [[scope, left]] : [];
    }),
  );
  return {
    ...(data ? { data } : {}),
    ...(milestones ? { milestones } : {}),
    ...(isEmpty(variables) ? {} : { variables }),
  };
};

/** Puts values back as they were. A variable that was not there is null: FEEL sees no difference. */
export const putBack = (machine: Machine, { data, milestones, variables }: ValuesBefore): void => {
  machine.changed = true;
  machine.data = { ...machine.data, ...data };
  for (const [id, values] of Object.entries(variables ?? {})) {
    const scope = machine.scopes.get(id);
    if (scope) machine.scopes.set({ ...scope, data: { ...scope.data, ...values } });
  }
  for (const [name, at] of Object.entries(milestones ?? {})) {
    const { [name]: _withdrawn, ...others } = machine.milestones;
    machine.milestones = at === null ? others : { ...others, [name]: at };
    if (at === null) machine.emit({ kind: 'milestone-withdrawn', name });
  }
};

const overwritten = <T extends Json>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Readonly<Record<string, T | null>> =>
  before === after
    ? {}
    : Object.fromEntries(
        Object.entries(after).flatMap(([name, value]) =>
          before[name] === value ? [] : [[name, before[name] ?? null] as const],
        ),
      );

const without = <T extends JsonObject>(values: T | undefined, written: object | undefined): T | undefined => {
  if (values === undefined || written === undefined) return values;
  const left = Object.entries(values).filter(([name]) => !Object.hasOwn(written, name));
  return left.length === 0 ? undefined : (Object.fromEntries(left) as T);
};

const isEmpty = (values: object): boolean => Object.keys(values).length === 0;
