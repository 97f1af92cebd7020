import { randomUUID } from 'node:crypto';
import { clockStands, emitted, layWith, rungsClimbed } from '../stage/brief.js';
import { creditCode, Institution } from '../stage/institution.js';
import { allMaterials, filingForm } from '../stage/papers.js';
import type { Story } from '../stage/story.js';
import { followUpsStart, jointVisit, lanesAgree } from '../stage/way.js';

const uscc = creditCode('91330903MA2DEM0B1');
const nameZh = '普陀海星托育园';
const housing = 'Housing and construction, Putuo Clerk A, housing, Putuo';
const inTheirPlace = ['Joint-meeting office, Putuo Joint-meeting officer, Putuo (post vacant)'];
const late = ['fire-document', 'staff-health'];

/**
 * The supplement stops the clocks (LIC-32): the days from the day after the notice (Friday 6 March) through the day of
 * receipt (Wednesday 11 March) don't count, which moves what was due by three working days.
 */
export const supplementRound: Story = {
  code: 'b',
  title: {
    zh: '一次补正，时限中止；一条核验逾期，不影响回执',
    en: 'A supplement stops the clocks; a late lane holds nothing',
  },
  async play(stage) {
    await stage.city.beforeStep(`a registrar's system registers ${nameZh}`);
    await stage.sendEvent(
      '/zhoushan/330903/market-regulation',
      'institution.registered',
      `institution/${uscc}`,
      {
        institutionId: randomUUID(),
        uscc,
        nameZh,
        registrationType: 'enterprise',
        registrationAuthority: 'market-regulation',
        businessScope: '3岁以下婴幼儿照护服务',
        address: '普陀区示例路12号',
        jurisdiction: '330903',
        legalRepresentative: '示例乙',
        certificateNo: '示例-0012',
        registeredAt: '2026-03-02T08:30:00+08:00',
      },
    );
    await stage.tell(
      { zh: '市场监管系统（普陀）', en: 'System of market regulation, Putuo' },
      { zh: `签名事件：登记 ${nameZh}`, en: `Signed event: registered ${nameZh}` },
    );
    const institution = await Institution.withCase(stage, uscc);
    const { filing } = institution;

    await stage.until('2026-03-02 14:00');
    await filing.complete({
      by: 'health.putuo',
      node: 'step_2',
      outcome: 'filing-needed',
      form: { banChecked: true },
      due: '2026-03-04 17:30',
    });

    await stage.until('2026-03-04 09:00');
    await institution.file(
      filingForm,
      allMaterials.filter((kind) => !late.includes(kind)),
    );
    await filing.standsAt('step_5');
    await clockStands(filing, 'Joint on-site verification', { state: 'running', due: '2026-03-18 17:30' });
    await clockStands(filing, 'Conclusion or notice of non-conformity', {
      state: 'running',
      due: '2026-03-25 17:30',
    });

    await stage.until('2026-03-06 10:00');
    await filing.complete({
      by: 'health.putuo',
      node: 'step_5',
      outcome: 'supplement',
      form: { missing: late },
      due: '2026-03-06 17:30',
    });
    for (const clock of [
      'Completeness check',
      'Joint on-site verification',
      'Conclusion or notice of non-conformity',
    ]) {
      await clockStands(filing, clock, { state: 'stopped' });
    }

    await stage.until('2026-03-11 15:00');
    // Five working days after the filing nothing counts as complete: the notice was given in time.
    await filing.standsAt('step_5w');
    await institution.supplement(late);
    await filing.standsAt('step_5');
    // Both days of the check were used up on the day of the notice: one working day is left at least.
    await clockStands(filing, 'Completeness check', { state: 'running', due: '2026-03-12 17:30' });
    await clockStands(filing, 'Joint on-site verification', { state: 'running', due: '2026-03-23 17:30' });
    await clockStands(filing, 'Conclusion or notice of non-conformity', {
      state: 'running',
      due: '2026-03-30 17:30',
    });
    await layWith(filing, 'step_5w', [{ kind: 'applicant', from: '2026-03-06', to: '2026-03-11' }]);

    await stage.until('2026-03-12 10:00');
    const check = { by: 'health.putuo', node: 'step_5', due: '2026-03-12 17:30' };
    await filing.isRefused(
      { ...check, outcome: 'supplement', form: { missing: ['fire-document'] } },
      'TASKS.MISSING_ITEM_REPEATED',
    );
    await filing.complete({ ...check, outcome: 'complete', form: { received: allMaterials } });
    await clockStands(filing, 'Filing receipt', { state: 'running', due: '2026-03-19 17:30' });

    await stage.until('2026-03-13 10:00');
    await lanesAgree(filing, 'putuo', ['step_6a', 'step_6c', 'step_6d', 'step_6g'], '2026-03-17 17:30');
    await filing.standsNotAt('step_7');

    await stage.until('2026-03-18 10:00');
    // The three days of the lanes are over: the receipt waits for nobody, and housing still owes its answer.
    await filing.standsAt('step_7');
    await filing.standsAt('step_6b');
    await clockStands(filing, 'Acceptance and building safety', {
      state: 'running',
      due: '2026-03-17 17:30',
      breached: true,
    });
    await filing.complete({
      by: 'health.putuo',
      node: 'step_7',
      outcome: 'receipt',
      due: '2026-03-19 17:30',
    });
    await followUpsStart(stage, institution, 'putuo', {
      'inspection-rectification': '2026-03-20 17:30',
      'practitioner-credential': '2026-03-25 17:30',
      'health-guidance': '2026-04-16 17:30',
    });

    await stage.until('2026-03-18 15:00');
    await lanesAgree(filing, 'putuo', ['step_6b'], '2026-03-17 17:30');
    await rungsClimbed(stage, filing, 'Acceptance and building safety', [
      { level: 'L0', at: '2026-03-16 09:15', told: [housing] },
      // Putuo's housing desk has one clerk and no head: the joint-meeting office is told in their place.
      { level: 'L1', at: '2026-03-17 17:30', told: [housing, ...inTheirPlace] },
      { level: 'L2', at: '2026-03-18 12:00', told: inTheirPlace },
    ]);
    await filing.complete({
      by: 'health.putuo',
      node: 'step_8',
      outcome: 'publish',
      due: '2026-03-25 17:30',
    });

    await stage.until('2026-03-20 09:30');
    await jointVisit(filing, 'putuo', { due: '2026-03-23 17:30', outcome: 'conforming' });

    await stage.until('2026-03-23 10:00');
    await filing.complete({
      by: 'health.putuo',
      node: 'step_10',
      outcome: 'verified',
      due: '2026-03-30 17:30',
    });
    await filing.endsAs('filed-and-verified');
    await emitted(stage, filing, [
      'institution.registration-pushed',
      'filing.supplement-requested',
      'filing.completed',
      'filing.opinion-given',
      'filing.opinion-given',
      'filing.opinion-given',
      'filing.opinion-given',
      'background-check.returned',
      'health-evaluation.completed',
      'filing.receipt-issued',
      'filing.verified',
    ]);
  },
};
