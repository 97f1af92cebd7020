import type { PlanNode } from '../plan/plan-node.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseState, Wait } from '../state/case-state.js';
import { canStillBeUndone } from './map-scope.js';
import { newEventStarts } from './new-event-starts.js';
import { type NodeMapping, mapped } from './node-mapping.js';

export interface MigrationFinding {
  readonly code:
    | 'MIGRATION.UNMAPPED'
    | 'MIGRATION.TYPE_CHANGED'
    | 'MIGRATION.OUTSIDE'
    | 'MIGRATION.UNDER_WAY'
    | 'MIGRATION.TIMER_LOST'
    | 'MIGRATION.WAIT_LOST'
    | 'MIGRATION.WAIT_ADDED'
    /** A completed activity that could be undone and can't be any more. */
    | 'MIGRATION.COMPENSATION_LOST';
  /** Element of the old plan; of the new one where a wait is added. */
  readonly node: string;
}

export interface MigrationCheck {
  /** Anything here refuses the migration. */
  readonly problems: readonly MigrationFinding[];
  /** Timers and other waits that would not be armed any more, and events that would be armed anew. */
  readonly lost: readonly MigrationFinding[];
  readonly added: readonly MigrationFinding[];
}

const nodeOf = ({ nodes }: ProcessPlan, id: string): PlanNode | undefined =>
  Object.hasOwn(nodes, id) ? nodes[id] : undefined;

/** What would become of a running case in another version of its process. Changes nothing. */
export const checkMigration = (
  from: ProcessPlan,
  to: ProcessPlan,
  state: CaseState,
  mapping: NodeMapping,
): MigrationCheck => {
  const problems: MigrationFinding[] = [];
  for (const token of state.tokens) {
    const old = nodeOf(from, token.node);
    const fresh = nodeOf(to, mapped(mapping, token.node));
    if (!fresh) problems.push({ code: 'MIGRATION.UNMAPPED', node: token.node });
    else if (!old || !sameKind(old, fresh))
      problems.push({ code: 'MIGRATION.TYPE_CHANGED', node: token.node });
    else if (!sameHome(old, fresh, mapping)) problems.push({ code: 'MIGRATION.OUTSIDE', node: token.node });
    else if (token.arrivedBy !== undefined && to.flows[token.arrivedBy]?.to !== fresh.id)
      problems.push({ code: 'MIGRATION.UNMAPPED', node: token.node });
  }
  // What is being undone refers to activities of the plan that completed them.
  if ((state.compensations ?? []).length > 0)
    problems.push({ code: 'MIGRATION.UNDER_WAY', node: from.processId });
  const lost = state.waits
    .filter((wait) => !staysArmed(to, wait, mapping))
    .map(({ node, kind }): MigrationFinding => ({
      code: kind === 'timer' ? 'MIGRATION.TIMER_LOST' : 'MIGRATION.WAIT_LOST',
      node,
    }));
  const added = state.tokens.flatMap((token) => {
    const fresh = nodeOf(to, mapped(mapping, token.node));
    if (!fresh || !('boundary' in fresh) || token.idle || (token.instance && token.holds === undefined))
      return [];
    const armed = new Set(
      state.waits.filter((wait) => wait.token === token.id).map(({ node }) => mapped(mapping, node)),
    );
    return fresh.boundary
      .filter((id) => !armed.has(id) && isArmed(nodeOf(to, id)))
      .map((node): MigrationFinding => ({ code: 'MIGRATION.WAIT_ADDED', node }));
  });
  const listening = state.scopes.flatMap((scope) =>
    newEventStarts(from, to, scope, mapping)
      .filter((start) => isArmed(start))
      .map(({ id }): MigrationFinding => ({ code: 'MIGRATION.WAIT_ADDED', node: id })),
  );
  const notUndone = state.scopes.flatMap(({ records = [] }) =>
    records
      .filter((record) => !canStillBeUndone(to, record, mapping))
      .map(({ activity }): MigrationFinding => ({ code: 'MIGRATION.COMPENSATION_LOST', node: activity })),
  );
  return {
    problems: unique(problems),
    lost: unique([...lost, ...notUndone]),
    added: unique([...added, ...listening]),
  };
};

const sameKind = (old: PlanNode, fresh: PlanNode): boolean =>
  old.type === fresh.type && kindOfLoop(old) === kindOfLoop(fresh);

const kindOfLoop = (node: PlanNode): string =>
  'loop' in node && node.loop
    ? `${node.loop.kind} ${node.loop.kind === 'multi' && node.loop.sequential}`
    : '';

/** It stands in the same sub-process, as that one is called now. */
const sameHome = (old: PlanNode, fresh: PlanNode, mapping: NodeMapping): boolean =>
  fresh.process === old.process &&
  fresh.parent === (old.parent === undefined ? undefined : mapped(mapping, old.parent));

/** An armed wait goes on where its element is there, attached to the same activity, and waits for the same. */
export const staysArmed = (to: ProcessPlan, wait: Wait, mapping: NodeMapping): boolean => {
  const fresh = nodeOf(to, mapped(mapping, wait.node));
  if (!fresh) return false;
  if (fresh.type === 'receiveTask') return wait.kind === 'message' && fresh.message === wait.name;
  if (!('trigger' in fresh)) return false;
  const { trigger } = fresh;
  const part = trigger.kind === 'multiple' ? trigger.of[wait.part ?? 0] : trigger;
  if (part?.kind !== wait.kind) return false;
  if (part.kind === 'message') return part.message === wait.name;
  return part.kind === 'signal' ? part.signal === wait.name : true;
};

const isArmed = (node: PlanNode | undefined): boolean =>
  (node?.type === 'boundaryEvent' || node?.type === 'startEvent') && ARMED.has(node.trigger.kind);

const ARMED: ReadonlySet<string> = new Set(['message', 'timer', 'signal', 'condition', 'multiple']);

const unique = (findings: readonly MigrationFinding[]): readonly MigrationFinding[] => [
  ...new Map(findings.map((finding) => [`${finding.code} ${finding.node}`, finding])).values(),
];
