import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';
import { compilePackProcess, readPack } from './pack-processes.js';

const EVENT = (name: string): string => `cn.gov.zhoushan.childcare.${name}.v1`;

interface StepFacts {
  /** The nodes of the diagram that make up the step. */
  readonly nodes: readonly string[];
  readonly departments: readonly string[];
  readonly outcomes?: readonly string[];
  /** Working days, milestone, kind, basis. */
  readonly clock?: readonly [amount: number, from: string, kind: string, basis: string];
  readonly emits?: readonly string[];
  readonly stoppedBy?: readonly string[];
  readonly scope?: 'case';
}

const verified = (
  node: string,
  department: string,
  outcomes: readonly string[],
  emits: readonly string[],
): StepFacts => ({
  nodes: [node],
  departments: [department],
  outcomes,
  clock: [3, 'filing.completed', 'internal', 'PD'],
  emits,
});

const OPINION = ['ok', 'doubt', 'not-ok'];

/** Process W01 as the domain states it, step by step; where the issue decided more, its decision. */
const STEPS: Readonly<Record<string, StepFacts>> = {
  '1': {
    nodes: ['step_1'],
    departments: ['registration-authority'],
    clock: [1, 'institution.registered', 'internal', 'PD'],
    emits: ['institution.registration-pushed'],
  },
  '2': {
    nodes: ['step_2'],
    departments: ['health'],
    outcomes: ['filing-needed', 'home-based-point', 'out-of-scope'],
    clock: [2, 'institution.registration-pushed', 'internal', 'PD'],
  },
  '3': {
    nodes: ['unfiled_day_30', 'step_3'],
    departments: ['institution', 'township'],
    outcomes: ['visited'],
    clock: [5, 'institution.unfiled', 'internal', 'PD'],
    emits: ['institution.unfiled-detected'],
  },
  '4': {
    nodes: ['step_4'],
    departments: ['institution'],
    clock: [30, 'institution.registered', 'internal', 'PD'],
    scope: 'case',
  },
  '5': {
    nodes: ['step_5', 'supplement_notice'],
    departments: ['health'],
    outcomes: ['complete', 'supplement', 'out-of-scope'],
    clock: [2, 'filing.submitted', 'internal', 'PD'],
    stoppedBy: ['supplement'],
    emits: ['filing.completed', 'filing.supplement-requested'],
  },
  '5b': { nodes: ['step_5b'], departments: ['institution'], emits: ['filing.lapsed'] },
  '6a': verified('step_6a', 'fire', OPINION, ['filing.opinion-given']),
  '6b': verified('step_6b', 'housing-construction', OPINION, ['filing.opinion-given']),
  '6c': verified('step_6c', 'market-regulation', OPINION, ['filing.opinion-given']),
  '6d': verified(
    'step_6d',
    'public-security',
    ['ok', 'hit', 'pending'],
    ['filing.opinion-given', 'background-check.returned'],
  ),
  '6e': verified('step_6e', 'education', ['ok', 'not-ok'], ['filing.opinion-given']),
  '6f': verified('step_6f', 'natural-resources-planning', OPINION, ['filing.opinion-given']),
  '6g': verified('step_6g', 'mch', ['ok', 'not-ok'], ['health-evaluation.completed']),
  '7': {
    nodes: ['step_7', 'receipt_document'],
    departments: ['health'],
    outcomes: ['receipt'],
    clock: [5, 'filing.completed', 'statutory', 'FILING-9A'],
    scope: 'case',
    emits: ['filing.receipt-issued'],
  },
  '8': {
    nodes: ['step_8'],
    departments: ['health'],
    outcomes: ['publish', 'not-publish'],
    clock: [5, 'filing.receipt-issued', 'internal', 'PD'],
  },
  '9': {
    nodes: ['joint_visit'],
    departments: ['health'],
    clock: [10, 'filing.submitted', 'internal', 'PD'],
    scope: 'case',
    stoppedBy: ['supplement', 'force-majeure'],
  },
  '10': {
    nodes: ['step_10', 'nonconformity_notice'],
    departments: ['health'],
    outcomes: ['verified', 'non-conforming'],
    clock: [15, 'filing.submitted', 'statutory', 'FILING-9B'],
    scope: 'case',
    stoppedBy: ['supplement', 'special-procedure', 'force-majeure'],
    emits: ['filing.verified', 'filing.nonconformity-notified'],
  },
  '11': { nodes: ['step_11'], departments: ['system'] },
  '12': {
    nodes: ['step_12'],
    departments: ['system'],
    clock: [1, 'filing.receipt-issued', 'internal', 'PD'],
  },
};

describe('institution filing (W01)', () => {
  let plan: ProcessPlan;
  beforeAll(async () => {
    const compiled = (await compilePackProcess(await readPack(), 'institution-filing')).plan;
    if (!compiled) throw new Error('The process does not compile.');
    plan = compiled;
  });

  const node = (id: string): PlanNode => {
    const found = plan.nodes[id];
    if (!found) throw new Error(`The process has no node ${id}.`);
    return found;
  };
  const departmentOf = (id: string): string | undefined => plan.lanes[node(id).lane ?? '']?.department;
  const outcomesOf = (id: string): readonly string[] => {
    const found = node(id);
    return found.type === 'userTask' ? found.outcomes.map(({ code }) => code) : [];
  };
  const timerOf = (id: string): unknown => {
    const found = node(id);
    return found.type === 'boundaryEvent' && found.trigger.kind === 'timer'
      ? { on: found.attachedTo, interrupting: found.interrupting, ...found.trigger.timer }
      : undefined;
  };
  const workingDays = (on: string, interrupting: boolean, amount: number, from: string): unknown => ({
    on,
    interrupting,
    kind: 'business',
    duration: { amount, unit: 'working_day' },
    from,
  });

  it.each(Object.entries(STEPS))('step %s is as the domain has it', (_step, facts) => {
    const nodes = facts.nodes.map(node);
    const clocks = nodes
      .flatMap((found) => ('clocks' in found ? found.clocks : []))
      .map((id) => plan.clocks[id]);
    expect({
      departments: [...new Set(facts.nodes.map(departmentOf))],
      outcomes: facts.nodes.flatMap(outcomesOf),
      clocks: clocks.map((clock) => clock && [clock.duration.amount, clock.from, clock.kind, clock.basis]),
      units: clocks.map((clock) => clock?.duration.unit),
      scopes: clocks.map((clock) => clock?.scope),
      stoppedBy: clocks.flatMap((clock) => clock?.stoppedBy ?? []),
      emits: nodes.flatMap((found) => found.emits.map(({ type }) => type)),
    }).toEqual({
      departments: facts.departments,
      outcomes: facts.outcomes ?? [],
      clocks: facts.clock ? [facts.clock] : [],
      units: facts.clock ? ['working_day'] : [],
      scopes: facts.clock ? [facts.scope ?? 'unit'] : [],
      stoppedBy: facts.stoppedBy ?? [],
      emits: (facts.emits ?? []).map(EVENT),
    });
  });

  it('takes statutory clocks up the legal ladder, defaults of up to three days up the short one', () => {
    for (const { id, kind, duration, ladder } of Object.values(plan.clocks)) {
      const expected = kind === 'statutory' ? 'L-LEGAL' : duration.amount <= 3 ? 'L-SHORT' : 'L-STD';
      // The applicant's own thirty days climb nobody's ladder; day 30 starts a visit instead.
      expect([id, ladder]).toEqual([id, id === 'clock_4' ? '' : expected]);
    }
  });

  it('is entered at steps 1, 2 and 5', () => {
    const entries = Object.values(plan.nodes).flatMap((found) =>
      found.type === 'startEvent' && found.trigger.kind === 'message'
        ? [[found.trigger.message, found.outgoing.map((id) => plan.flows[id]?.to)]]
        : [],
    );
    expect(new Map(entries as [string, string[]][])).toEqual(
      new Map([
        [EVENT('institution.registered'), ['step_1']],
        [EVENT('nursery-class.approved'), ['step_2']],
        [EVENT('filing.submitted'), ['step_5']],
      ]),
    );
    expect(plan.businessKey).toBe('institutionId');
  });

  it('ties its branches together by signals that no other institution hears', () => {
    expect(plan.signals).toBeUndefined();
  });

  it('ends in the outcomes of the domain', () => {
    const outcomes = Object.values(plan.nodes).flatMap((found) =>
      found.type === 'endEvent' && found.outcome !== undefined ? [found.outcome] : [],
    );
    expect([...new Set(outcomes)].toSorted()).toEqual([
      'filed-and-verified',
      'filed-correcting',
      'home-based-point',
      'lapsed',
      'not-filed',
      'out-of-scope',
    ]);
  });

  it('counts the waiting times of steps 3, 5, 5b and 6 in working days', () => {
    const ids = ['unfiled_day_10', 'unfiled_day_20', 'unfiled_day_30', 'deemed_complete', 'step_5b'];
    expect([...ids, 'verify_period_over'].map(timerOf)).toEqual([
      workingDays('step_4', false, 10, 'institution.registered'),
      workingDays('step_4', false, 20, 'institution.registered'),
      workingDays('step_4', false, 30, 'institution.registered'),
      workingDays('step_5', true, 5, 'filing.submitted'),
      workingDays('step_5w', true, 30, 'filing.supplement-requested'),
      workingDays('joint_verification', false, 3, 'filing.completed'),
    ]);
  });

  it('never closes a silent lane as consent', () => {
    expect(node('opinions_closed')).toMatchObject({ closesAs: 'not-given', interrupting: true });
    expect(node('deemed_complete')).toMatchObject({ closesAs: 'deemed-complete' });
  });

  it('opens education and planning only where their conditions hold', () => {
    const condition = (id: string): string | undefined => plan.flows[`flow_verify_split_${id}`]?.condition;
    expect(condition('step_6e')).toBe('institutionKind = "nursery-class"');
    expect(condition('step_6f')).toBe('filing.newBuildingOrChangeOfUse = true');
    expect(['6a', '6b', '6c', '6d', '6g'].map((step) => condition(`step_${step}`))).toEqual(
      Array(5).fill('true'),
    );
  });

  it('sends seven units to the joint visit: health leads, mother and child care supports, five inspect', () => {
    const sections = Object.values(plan.nodes).filter(
      (found) => found.type === 'userTask' && found.parent === 'joint_visit',
    );
    const roles = sections.map((found) => [
      departmentOf(found.id),
      found.type === 'userTask' ? found.role : undefined,
      found.type === 'userTask' ? found.rules : undefined,
    ]);
    const inspects = ['inspection', ['two-certified-officers']];
    expect(Object.fromEntries(roles.map(([department, ...rest]) => [department, rest]))).toEqual({
      health: ['lead', ['two-certified-officers', 'visit-complete']],
      fire: inspects,
      'market-regulation': inspects,
      'public-security': inspects,
      'housing-construction': inspects,
      'health-supervision': inspects,
      mch: ['support', []],
    });
  });
});
