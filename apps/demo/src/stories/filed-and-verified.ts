import { same } from '../public-api/difference.js';
import { clockStands, emitted, layWith, rungsClimbed } from '../stage/brief.js';
import { creditCode, Institution } from '../stage/institution.js';
import { allMaterials, filingForm } from '../stage/papers.js';
import type { Story } from '../stage/story.js';
import { followUpsStart, jointVisit, lanesAgree } from '../stage/way.js';

/**
 * The way without trouble. 2 March 2026 is a Monday; day 1 of a period is the next working day, the last one ends at
 * 17:30 (domain brief §9).
 */
export const filedAndVerified: Story = {
  code: 'a',
  title: { zh: '一家机构备案并核实通过', en: 'One institution files and is verified' },
  async play(stage) {
    const institution = await Institution.register(stage, 'market-regulation.dinghai.registrar', {
      uscc: creditCode('91330902MA2DEM0A1'),
      nameZh: '定海晨光托育园',
      kind: 'care-institution',
      registrationType: 'enterprise',
      registrationAuthority: 'market-regulation',
      businessScope: '3岁以下婴幼儿照护服务',
      address: '定海区示例路11号',
      district: '330902',
      legalRepresentative: '示例甲',
      certificateNo: '示例-0011',
    });
    const { filing } = institution;
    await filing.standsAt('step_2');
    await emitted(stage, filing, ['institution.registration-pushed']);
    await clockStands(filing, 'Push of registration information', { state: 'met', due: '2026-03-03 17:30' });

    await stage.until('2026-03-02 10:00');
    // 2 working days from the push of 2 March.
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_2',
      outcome: 'filing-needed',
      form: { banChecked: true },
      due: '2026-03-04 17:30',
    });
    // 30 working days: Qingming (4 to 6 April) lies between.
    await clockStands(filing, 'Filing after registration', { state: 'running', due: '2026-04-14 17:30' });

    await stage.until('2026-03-03 09:00');
    await institution.file(filingForm, allMaterials);
    await filing.standsAt('step_5');
    await clockStands(filing, 'Filing after registration', { state: 'met', due: '2026-04-14 17:30' });
    await clockStands(filing, 'Joint on-site verification', { state: 'running', due: '2026-03-17 17:30' });
    await clockStands(filing, 'Conclusion or notice of non-conformity', {
      state: 'running',
      due: '2026-03-24 17:30',
    });

    await stage.until('2026-03-04 09:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_5',
      outcome: 'complete',
      form: { received: allMaterials },
      due: '2026-03-05 17:30',
    });
    await clockStands(filing, 'Filing receipt', { state: 'running', due: '2026-03-11 17:30' });

    await stage.until('2026-03-05 10:00');
    // An institution of its own in an existing building: no lane of education, none of natural resources.
    await lanesAgree(
      filing,
      'dinghai',
      ['step_6a', 'step_6b', 'step_6c', 'step_6d', 'step_6g'],
      '2026-03-09 17:30',
    );
    // All have answered before their three days are over: the receipt may be issued at once.
    await filing.standsAt('step_7');

    await stage.until('2026-03-06 10:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_7',
      outcome: 'receipt',
      due: '2026-03-11 17:30',
    });
    await clockStands(filing, 'Filing receipt', { state: 'met', due: '2026-03-11 17:30' });
    await rungsClimbed(stage, filing, 'Filing receipt', []);
    same('the receipt is a PDF', (await institution.document('filing-receipt')).slice(0, 5), '%PDF-');
    await followUpsStart(stage, institution, 'dinghai', {
      'inspection-rectification': '2026-03-10 17:30',
      'practitioner-credential': '2026-03-13 17:30',
      'health-guidance': '2026-04-03 17:30',
    });

    await stage.until('2026-03-09 10:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_8',
      outcome: 'publish',
      due: '2026-03-13 17:30',
    });

    await stage.until('2026-03-12 09:30');
    await jointVisit(filing, 'dinghai', { due: '2026-03-17 17:30', outcome: 'conforming' });

    await stage.until('2026-03-13 10:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_10',
      outcome: 'verified',
      due: '2026-03-24 17:30',
    });
    await filing.endsAs('filed-and-verified');
    // Half of the fifteen days was used at 08:45; nothing else of any ladder was reached.
    await rungsClimbed(stage, filing, 'Conclusion or notice of non-conformity', [
      {
        level: 'L0',
        at: '2026-03-13 08:45',
        told: [
          'Health, Dinghai (filing) Clerk A, health, Dinghai',
          'Health, Dinghai (filing) Clerk B, health, Dinghai',
        ],
      },
    ]);
    await rungsClimbed(stage, filing, 'Joint on-site verification', []);
    await layWith(filing, 'step_4', [{ kind: 'applicant', from: '2026-03-02', to: '2026-03-03' }]);
    await layWith(filing, 'step_7', [
      { kind: 'office', from: '2026-03-05', to: '2026-03-06' },
      { kind: 'person', from: '2026-03-06', to: '2026-03-06' },
    ]);
    await emitted(stage, filing, [
      'institution.registration-pushed',
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
