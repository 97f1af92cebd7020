import { TASK_RULES } from './task-rules.js';
import type { Completion } from './task-rule.js';

const judge = (rule: string, completion: Partial<Completion>) =>
  TASK_RULES[rule]?.({ node: 'step', outcome: undefined, form: {}, data: {}, ...completion });

const officers = {
  officer1Name: '执法员甲',
  officer1Certificate: '示例证-1',
  officer2Name: '执法员乙',
  officer2Certificate: '示例证-2',
};

describe('two certified officers', () => {
  const rule = 'two-certified-officers';

  it('are two names with two certificates', () => {
    expect(judge(rule, { form: officers })).toBeUndefined();
  });

  it.each(Object.keys(officers))('are not there without %s', (missing) => {
    for (const nothing of ['', '  ', undefined, 7])
      expect(judge(rule, { form: { ...officers, [missing]: nothing } })).toMatchObject({
        kind: 'invalid',
        code: 'TASKS.TWO_OFFICERS_NEEDED',
        places: [{ path: 'form.officer1Name' }],
      });
  });

  it.each(['示例证-1', ' 示例证-1 '])('are not one officer twice: %p', (same) => {
    expect(judge(rule, { form: { ...officers, officer2Certificate: same } })?.code).toBe(
      'TASKS.TWO_OFFICERS_NEEDED',
    );
  });

  it('may be missing for a reason that is given', () => {
    expect(judge(rule, { form: { absentReason: '台风停航，未能登岛' } })).toBeUndefined();
    expect(judge(rule, { form: { absentReason: ' ' } })?.code).toBe('TASKS.TWO_OFFICERS_NEEDED');
  });
});

describe('a complete visit', () => {
  const rule = 'visit-complete';
  const sections = {
    step_9_fire: {},
    step_9_market_regulation: {},
    step_9_public_security: {},
    step_9_housing_construction: {},
    step_9_health_supervision: {},
  };

  it('has the record of every inspecting unit; mother and child care only supports', () => {
    expect(judge(rule, { data: sections })).toBeUndefined();
  });

  it('names the units whose record is missing', () => {
    const { step_9_fire: _fire, step_9_health_supervision: _health, ...data } = sections;
    expect(judge(rule, { data })).toMatchObject({
      code: 'TASKS.VISIT_INCOMPLETE',
      details: { units: ['fire', 'health-supervision'] },
    });
  });

  it('is closed without a unit that is named as absent with a reason, and only then', () => {
    const { step_9_fire: _fire, ...data } = sections;
    const absent = { absentLanes: ['fire'], absentLanesReason: '两次约定未到' };
    expect(judge(rule, { data, form: absent })).toBeUndefined();
    expect(judge(rule, { data, form: { ...absent, absentLanesReason: '' } })?.code).toBe(
      'TASKS.VISIT_INCOMPLETE',
    );
    expect(judge(rule, { data: {}, form: absent })).toMatchObject({
      details: {
        units: ['market-regulation', 'public-security', 'housing-construction', 'health-supervision'],
      },
    });
  });
});

describe('a notice of missing items', () => {
  it('names at least one', () => {
    const rule = 'supplement-names-items';
    for (const missing of [[], undefined, 'site', [1]])
      expect(judge(rule, { outcome: 'supplement', form: { missing } })?.code).toBe(
        'TASKS.MISSING_ITEMS_EMPTY',
      );
    expect(judge(rule, { outcome: 'supplement', form: { missing: ['site'] } })).toBeUndefined();
    expect(judge(rule, { outcome: 'complete', form: {} })).toBeUndefined();
  });

  it('names none again that was missing the first time', () => {
    const rule = 'no-repeated-missing-item';
    const data = { noticedItems: ['site', 'licence'] };
    expect(
      judge(rule, { outcome: 'supplement', data, form: { missing: ['commitment', 'site'] } }),
    ).toMatchObject({
      code: 'TASKS.MISSING_ITEM_REPEATED',
      details: { items: ['site'] },
    });
    expect(judge(rule, { outcome: 'supplement', data, form: { missing: ['commitment'] } })).toBeUndefined();
    expect(judge(rule, { outcome: 'supplement', form: { missing: ['site'] } })).toBeUndefined();
    expect(judge(rule, { outcome: 'complete', data, form: { missing: ['site'] } })).toBeUndefined();
  });
});

describe('a notice of non-conformity', () => {
  const rule = 'nonconformity-names-items';

  it('gives the clause and the finding', () => {
    const form = { clause: '设置标准第二十条', finding: '栏杆高度不足' };
    expect(judge(rule, { outcome: 'non-conforming', form })).toBeUndefined();
    for (const key of Object.keys(form))
      expect(judge(rule, { outcome: 'non-conforming', form: { ...form, [key]: '' } })?.code).toBe(
        'TASKS.NONCONFORMITY_WITHOUT_REASON',
      );
  });

  it('is not asked for where all conforms', () => {
    expect(judge(rule, { outcome: 'verified' })).toBeUndefined();
  });
});
