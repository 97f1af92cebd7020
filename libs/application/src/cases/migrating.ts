import type { CaseClock, ClockChange } from '@lianban/domain';
import type { AppError } from '@lianban/kernel';
import { type NodeMapping, mapped } from '@lianban/process-runtime';
import type { PublishedDefinition } from '../definitions/index.js';
import type { LockedCase } from './case-store.port.js';
import type { ChangesOfStep } from './changes-of-step.js';

/** Another version of the same process, and a case that moves at all. */
export const judgeVersions = (
  held: Pick<LockedCase, 'state'>,
  from: PublishedDefinition,
  to: PublishedDefinition,
): AppError | undefined => {
  if (to.tenant !== from.tenant || to.key !== from.key)
    return refusal(
      'MIGRATION.OTHER_PROCESS',
      'The case can only come to another version of its own process.',
    );
  if (to.id === from.id) return refusal('MIGRATION.SAME_VERSION', 'The case runs on this version already.');
  return held.state.suspended ? refusal('CASES.SUSPENDED', 'The case is suspended.') : undefined;
};

const refusal = (code: string, message: string): AppError => ({ kind: 'conflict', code, message });

/** The case as its rows will be read by the new plan: where it stands has new names. */
export const inNewVersion = (held: LockedCase, mapping: NodeMapping): LockedCase => ({
  ...held,
  state: {
    ...held.state,
    tokens: held.state.tokens.map((token) => ({ ...token, node: mapped(mapping, token.node) })),
  },
  tasks: held.tasks.map((task) => ({ ...task, node: mapped(mapping, task.node) })),
});

/** Tasks keep their ids and their holders; what they are called may change. */
export const noteMigration = (
  changes: ChangesOfStep,
  from: PublishedDefinition,
  to: PublishedDefinition,
): void => {
  changes.migration = { definitionId: to.id, messages: Object.keys(to.plan.messages) };
  for (const { token, node: id } of changes.held.tasks) {
    const { name, stepNo } = changes.node(id);
    const step = { node: id, nameZh: name.zh, nameEn: name.en, ...(stepNo === undefined ? {} : { stepNo }) };
    changes.taskChanges.push({ token, step });
  }
  changes.audit('case.migrated', 'case', changes.held.id, {
    ...changes.grounded(),
    before: { definition: from.id, version: from.version, plan: from.planHash },
    after: { definition: to.id, version: to.version, plan: to.planHash },
  });
};

export const withDefinitions = (held: LockedCase, { plan }: PublishedDefinition): readonly CaseClock[] =>
  held.clocks.flatMap(({ definitionId, ...clock }) => {
    const definition = plan.clocks[definitionId];
    return definition ? [{ ...clock, definition }] : [];
  });

/** A clock that got new terms and moved besides has both entries, and is written once. */
export const joinChanges = (
  first: readonly ClockChange[],
  then: readonly ClockChange[],
): readonly ClockChange[] => {
  if (first.length === 0) return then;
  const changes = new Map(first.map((change) => [change.clock.id, change]));
  for (const change of then) {
    const before = changes.get(change.clock.id)?.appended ?? [];
    changes.set(change.clock.id, { ...change, appended: [...before, ...change.appended] });
  }
  return [...changes.values()];
};
