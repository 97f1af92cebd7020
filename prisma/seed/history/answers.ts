import { preparedMaterials } from '@lianban/application';
import type { JsonObject } from '@lianban/kernel';
import type { Random } from './random.js';
import type { Story } from './stories.js';

/** How a desk completes a task. */
export interface Answer {
  readonly outcome: string;
  readonly form: JsonObject;
  readonly opinion?: string;
}

/** What a desk knows when it answers. */
export interface Desk {
  readonly story: Story;
  readonly random: Random;
  /** Where the tokens of the case stand. */
  readonly nodes: readonly string[];
  /** Times this step of the case was answered before. */
  readonly round: number;
}

type Habit = (desk: Desk) => Answer;

const received = preparedMaterials.map(({ kind }) => kind);

/** A verifying lane: mostly in order, sometimes in doubt; a doubt never holds the receipt. */
const lane =
  (
    form: (random: Random) => JsonObject,
    doubts: readonly (readonly [string, string])[],
    share = 0.07,
  ): Habit =>
  ({ random }) => {
    if (!random.chance(share)) return { outcome: 'ok', form: form(random) };
    const [outcome, opinion] = random.pick(doubts);
    return { outcome, form: form(random), opinion };
  };

const number = (random: Random, prefix: string): string => `${prefix}${1000 + random.below(9000)}号`;

const officers = (random: Random, unit: string): JsonObject => {
  const first = 100 + random.below(400);
  return {
    officer1Name: `${unit}执法员甲`,
    officer1Certificate: `示例证-${first}`,
    officer2Name: `${unit}执法员乙`,
    officer2Certificate: `示例证-${first + 1 + random.below(400)}`,
  };
};

const section =
  (unit: string, finding: string): Habit =>
  ({ story, random }) =>
    story.visit === 'imminent-danger' && unit === '消防'
      ? {
          outcome: 'imminent-danger',
          form: {
            ...officers(random, unit),
            findings: '安全出口上锁，疏散通道被占用，已当场责令停止使用该区域',
          },
        }
      : story.visit !== 'conforming' && random.chance(0.5)
        ? { outcome: 'non-conforming', form: { ...officers(random, unit), findings: finding } }
        : { outcome: 'conforming', form: officers(random, unit) };

const units: Readonly<Record<string, string>> = {
  step_9_fire: 'fire',
  step_9_market_regulation: 'market-regulation',
  step_9_public_security: 'public-security',
  step_9_housing_construction: 'housing-construction',
  step_9_health_supervision: 'health-supervision',
};

const filing: Readonly<Record<string, Habit>> = {
  step_1m: () => ({ outcome: 'corrected', form: { note: '登记地址门牌已更正，重新推送' } }),
  step_2: ({ story }) => ({
    outcome: story.scope,
    form: { banChecked: true },
    ...(story.scope === 'out-of-scope' ? { opinion: '经核实为早教咨询，不提供照护服务' } : {}),
  }),
  step_3: ({ story }) =>
    story.filesAfterVisit === undefined
      ? {
          outcome: 'visited',
          form: { state: 'preparing' },
          opinion: '尚在装修，未收托婴幼儿，已告知备案要求',
        }
      : {
          outcome: 'visited',
          form: { state: 'operating' },
          opinion: '已在收托，现场告知备案材料清单，承诺尽快提交',
        },
  step_5: ({ story, round }) =>
    story.missing.length > 0 && round === 0
      ? {
          outcome: 'supplement',
          form: {
            received: received.filter((kind) => !story.missing.includes(kind)),
            missing: [...story.missing],
          },
          opinion: '请按清单一次性补齐',
        }
      : { outcome: 'complete', form: { received } },
  step_6a: lane(
    (random) => ({ evidenceKind: 'filing-proof', evidenceNo: number(random, '消验备') }),
    [
      ['doubt', '备案凭证载明地址与登记地址不一致，建议现场核对'],
      ['not-ok', '所附为检查合格证明，该建筑应提供消防验收意见书'],
    ],
  ),
  step_6b: lane(
    (random) => ({ evidenceKind: 'safety-appraisal', evidenceNo: number(random, '房鉴') }),
    [['doubt', '房屋安全鉴定报告已过两年，需核实现状']],
  ),
  step_6c: lane(
    (random) => ({ scopeCovers: true, foodLicenceNo: number(random, '示例食证') }),
    [['doubt', '食品经营许可项目未含热食类制售']],
  ),
  step_6d: ({ random }) =>
    random.chance(0.05)
      ? { outcome: 'pending', form: { personsQueried: 9 }, opinion: '两名新进人员结果待返回' }
      : { outcome: 'ok', form: { personsQueried: 6 + random.below(9) } },
  step_6e: lane(
    (random) => ({ nurseryPlaces: 20 + random.below(30) }),
    [['not-ok', '托班班额超过二十人']],
    0.05,
  ),
  step_6f: lane(
    (random) => ({ registeredUse: '教育用地', evidenceNo: number(random, '舟规') }),
    [['doubt', '登记用途为商业，变更手续正在办理']],
  ),
  step_6g: lane(
    (random) => ({ itemsMet: 12 + random.below(3) }),
    [['not-ok', '晨检与隔离室两项未达标']],
    0.05,
  ),
  step_7: () => ({ outcome: 'receipt', form: {} }),
  step_7h: ({ story }) =>
    story.ban === 'refused'
      ? { outcome: 'refused', form: {}, opinion: '经核对身份证件，与名单人员为同一人，不予备案' }
      : { outcome: 'cleared', form: {}, opinion: '经核对身份证件，系同名同姓，排除命中' },
  step_8: ({ random }) =>
    random.chance(0.05)
      ? { outcome: 'not-publish', form: {}, opinion: '仅面向本单位职工，不对外招生' }
      : { outcome: 'publish', form: {} },
  step_9_fire: section('消防', '灭火器过期两具，疏散指示灯一处损坏'),
  step_9_market_regulation: section('市场监管', '留样记录缺三日'),
  step_9_public_security: section('公安', '视频监控一处无录像'),
  step_9_housing_construction: section('住建', '外廊栏杆高度不足'),
  step_9_health_supervision: section('卫生监督', '消毒记录不完整'),
  step_9_mch: () => ({ outcome: 'supported', form: { findings: '现场指导了晨检和喂养记录' } }),
  step_9_health: ({ story, random, nodes }) => {
    const absent = Object.entries(units).flatMap(([node, unit]) => (nodes.includes(node) ? [unit] : []));
    return {
      outcome: story.visit === 'conforming' ? 'conforming' : 'non-conforming',
      form: {
        ...officers(random, '卫健'),
        findings: story.visit === 'conforming' ? '各项符合备案标准' : '存在需整改事项，见各部门记录',
        ...(absent.length === 0
          ? {}
          : { absentLanes: absent, absentLanesReason: '已两次约定，未到场，另行补记' }),
      },
    };
  },
  step_10: ({ story }) =>
    story.visit === 'conforming'
      ? { outcome: 'verified', form: {} }
      : {
          outcome: 'non-conforming',
          form: { clause: '托育机构设置标准（试行）第二十条', finding: '现场核实发现安全管理事项不符合标准' },
          opinion: '限期整改，整改后复查',
        },
};

const habits: Readonly<Record<string, Readonly<Record<string, Habit>>>> = {
  'institution-filing': filing,
  'health-guidance': { step_3: () => ({ outcome: 'planned', form: { responsible: '妇幼保健员甲' } }) },
  'inspection-rectification': {
    step_1: () => ({ outcome: 'arranged', form: {}, opinion: '列入本季度综合监管计划' }),
  },
  'practitioner-credential': {
    step_1: () => ({ outcome: 'requested', form: {}, opinion: '已通知机构报送人员名册与证件' }),
  },
};

/** The answer of a desk to a step, or nothing where nobody has a habit for it: the task stays open. */
export const answerTo = (definition: string, node: string, desk: Desk): Answer | undefined =>
  habits[definition]?.[node]?.(desk);
