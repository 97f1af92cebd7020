import { same } from '../public-api/difference.js';
import type { HandledCase } from './handled-case.js';
import type { Institution } from './institution.js';
import type { LocalMinute } from './local-time.js';
import { twoOfficers } from './papers.js';
import type { Stage } from './stage.js';

/** The seven lanes of step 6 and who answers in each. */
const laneOwners: Readonly<Record<string, string>> = {
  step_6a: 'fire',
  step_6b: 'housing-construction',
  step_6c: 'market-regulation',
  step_6d: 'public-security',
  step_6e: 'education',
  step_6f: 'natural-resources-planning',
  step_6g: 'mch',
};

/** Bodies with enforcement power that take part in the visit of step 9, beside health, which leads. */
const inspecting = [
  'fire',
  'market-regulation',
  'public-security',
  'housing-construction',
  'health-supervision',
];

/** These lanes find nothing. */
export async function lanesAgree(
  filing: HandledCase,
  district: string,
  lanes: readonly string[],
  due: LocalMinute,
): Promise<void> {
  for (const node of lanes)
    await filing.complete({ by: `${laneOwners[node]}.${district}`, node, outcome: 'ok', due });
}

export interface Visit {
  readonly due: LocalMinute;
  /** What the lead concludes, and units that found something else. */
  readonly outcome: string;
  readonly findings?: Readonly<Record<string, string>>;
}

/** The joint visit of step 9: every unit records two officers, maternal and child health supports, health closes. */
export async function jointVisit(
  filing: HandledCase,
  district: string,
  { due, outcome, findings = {} }: Visit,
): Promise<void> {
  const lead = { by: `health.${district}`, node: 'step_9_health', outcome, due };
  const form = { ...twoOfficers('health'), findings: '示例：现场核实记录' };
  await filing.isRefused({ ...lead, form }, 'TASKS.VISIT_INCOMPLETE');
  for (const unit of inspecting) {
    const finding = findings[unit];
    await filing.complete({
      by: `${unit}.${district}`,
      node: `step_9_${unit.replaceAll('-', '_')}`,
      outcome: finding === undefined ? 'conforming' : 'non-conforming',
      form: { ...twoOfficers(unit), findings: finding ?? '示例：未见异常' },
      due,
    });
  }
  await filing.complete({ by: `mch.${district}`, node: 'step_9_mch', outcome: 'supported', due });
  await filing.complete({ ...lead, form });
}

const followUpSteps: Readonly<
  Record<
    string,
    { readonly by: string; readonly node: string; readonly outcome: string; readonly form: object }
  >
> = {
  'inspection-rectification': {
    by: 'health',
    node: 'step_1',
    outcome: 'arranged',
    form: { opinion: '示例：列入年度综合监管计划' },
  },
  'practitioner-credential': { by: 'human-resources', node: 'step_1', outcome: 'requested', form: {} },
  'health-guidance': { by: 'mch', node: 'step_3', outcome: 'planned', form: { responsible: '示例保健医生' } },
};

/** The processes that an event started, no more and no less; the first step of each is done. */
export async function followUpsStart(
  stage: Stage,
  institution: Institution,
  district: string,
  dues: Readonly<Record<string, LocalMinute>>,
): Promise<void> {
  const wanted = Object.keys(dues).toSorted();
  const open = await stage.eventually(`${institution.filing.caseNo}: follow-ups`, async () => {
    const rows = (await institution.followUps()).filter(({ status }) => status === 'open');
    return rows.length >= wanted.length
      ? rows.toSorted((a, b) => a.definition.key.localeCompare(b.definition.key))
      : undefined;
  });
  same(
    `${institution.filing.caseNo}: follow-ups`,
    open.map(({ definition }) => definition.key),
    wanted,
  );
  for (const row of open) {
    const step = followUpSteps[row.definition.key];
    const due = dues[row.definition.key];
    if (step === undefined || due === undefined) continue;
    const { node, outcome, form } = step;
    const handled = institution.followUp(row);
    await handled.complete({ by: `${step.by}.${district}`, node, outcome, form: { ...form }, due });
    await handled.endsAs('first-step-done');
  }
}
