import type { SigningRound, Text2 } from '@lianban/contracts';
import { type SigningTally, tallyOf } from '@lianban/domain';
import type { CaseState, PlanNode, ProcessPlan, SigningRule } from '@lianban/process-runtime';
import type { TaskRecordInCase } from './case-reader.port.js';

/** The rounds of countersigning of a case, newest first: who signed what when, and what is still needed. */
export const signingRounds = (
  { plan }: { readonly plan: ProcessPlan },
  state: CaseState,
  tasks: readonly TaskRecordInCase[],
  mayChange: (node: PlanNode) => boolean,
): readonly SigningRound[] => {
  const rounds = new Map<string, TaskRecordInCase[]>();
  for (const task of standing(tasks)) {
    const activity = task.instance?.activity;
    if (activity !== undefined) rounds.set(activity, [...(rounds.get(activity) ?? []), task]);
  }
  return [...rounds]
    .flatMap(([activity, round]) => {
      const node = plan.nodes[round[0]?.node ?? ''];
      const rule = node && signingRuleOf(node);
      return node && rule ? [roundOf(activity, node, rule, round, state, mayChange(node))] : [];
    })
    .toReversed();
};

/** Of each signer the last task: a signature that was taken back, and what was taken away by that, has not been. */
const standing = (tasks: readonly TaskRecordInCase[]): readonly TaskRecordInCase[] => {
  const last = new Map(
    tasks.map((task) => [`${task.instance?.activity ?? task.id} ${task.instance?.counter ?? ''}`, task]),
  );
  return [...last.values()].filter(({ outcome }) => outcome !== 'taken-back');
};

export const signingRuleOf = (node: PlanNode): SigningRule | undefined =>
  'loop' in node && node.loop?.kind === 'multi' ? node.loop.signing : undefined;

const roundOf = (
  activity: string,
  node: PlanNode,
  rule: SigningRule,
  tasks: readonly TaskRecordInCase[],
  { tokens, scopes }: CaseState,
  mayChange: boolean,
): SigningRound => {
  const holder = tokens.find(({ id }) => id === activity);
  const loop = scopes.find(({ id }) => id === holder?.holds)?.loop;
  const sorted = tasks.toSorted((a, b) => (a.instance?.counter ?? 0) - (b.instance?.counter ?? 0));
  const spared = sorted.filter(
    ({ status, outcome }) => status === 'cancelled' && outcome !== 'signer-removed',
  ).length;
  const waiting = loop?.items?.length ?? 0;
  const tally = tallyOf(rule, sorted, waiting + spared);
  return {
    activity,
    node: node.id,
    name: node.name,
    mode: rule.mode,
    open: holder !== undefined,
    signers: sorted.map((task) => ({
      taskId: task.id,
      office: task.office.name,
      ...(personOf(task) ? { person: personOf(task) as Text2 } : {}),
      status: statusOf(task, rule),
      ...(task.outcome === undefined ? {} : { outcome: task.outcome }),
      ...(task.closedAt === undefined ? {} : { at: task.closedAt }),
      ...(task.opinion === undefined ? {} : { opinion: task.opinion }),
    })),
    agreed: tally.agreed,
    against: tally.against,
    waiting: tally.open + waiting,
    total: tally.total,
    needed: tally.needed,
    ...(tally.result === undefined ? {} : { result: tally.result }),
    summary: summaryOf(tally, tally.open + waiting, spared),
    mayChange: mayChange && holder !== undefined && rule.open,
  };
};

const personOf = ({ closedBy, assignee }: TaskRecordInCase): Text2 | undefined => closedBy ?? assignee?.name;

const statusOf = (
  { status, outcome }: TaskRecordInCase,
  { consent }: SigningRule,
): SigningRound['signers'][number]['status'] => {
  if (status === 'open') return 'open';
  if (status === 'completed') return outcome === consent ? 'agreed' : 'against';
  return outcome === 'signer-removed' ? 'removed' : 'not-needed';
};

const summaryOf = ({ agreed, against, total }: SigningTally, open: number, spared: number): Text2 => {
  const some = (count: number, text: string): string => (count > 0 ? text : '');
  return {
    zh: `${total}家中${agreed}家同意${some(against, `，${against}家不同意`)}${some(open, `，${open}家未签`)}${some(spared, `，${spared}家无需再签`)}`,
    en: `${agreed} of ${total} agreed${some(against, `, ${against} against`)}${some(open, `, ${open} open`)}${some(spared, `, ${spared} no longer needed`)}`,
  };
};
