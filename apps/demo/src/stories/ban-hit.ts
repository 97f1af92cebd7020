import { clockStands, emitted, layWith, rungsClimbed } from '../stage/brief.js';
import { creditCode, Institution } from '../stage/institution.js';
import { allMaterials, filingForm } from '../stage/papers.js';
import type { Story } from '../stage/story.js';
import { followUpsStart, jointVisit, lanesAgree } from '../stage/way.js';

const desk = 'Health, Dinghai (filing)';
const clerks = [`${desk} Clerk A, health, Dinghai`, `${desk} Clerk B, health, Dinghai`];

/**
 * The founder bears a name of the ban register: the receipt is held until health decides, and the statutory clock runs
 * on, up its ladder (L-LEGAL) rung by rung.
 */
export const banHit: Story = {
  code: 'e',
  title: { zh: '命中禁入名单，卫健核实后排除', en: 'A hit on the ban register, cleared by health' },
  async play(stage) {
    const institution = await Institution.register(stage, 'civil-affairs.dinghai.registrar', {
      uscc: creditCode('52330902MA2DEM0E1'),
      nameZh: '定海小舟托育服务中心',
      kind: 'care-institution',
      registrationType: 'ngo',
      registrationAuthority: 'civil-affairs',
      businessScope: '3岁以下婴幼儿照护服务',
      address: '定海区示例路15号',
      district: '330902',
      legalRepresentative: '示例禁入人',
      certificateNo: '示例-0015',
    });
    const { filing } = institution;

    await stage.until('2026-03-02 15:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_2',
      outcome: 'filing-needed',
      form: { banChecked: true },
      due: '2026-03-04 17:30',
    });

    await stage.until('2026-03-04 10:00');
    await institution.file(filingForm, allMaterials);

    await stage.until('2026-03-05 10:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_5',
      outcome: 'complete',
      form: { received: allMaterials },
      due: '2026-03-06 17:30',
    });
    await filing.standsAt('step_7h');

    await stage.until('2026-03-09 10:00');
    await lanesAgree(
      filing,
      'dinghai',
      ['step_6a', 'step_6b', 'step_6c', 'step_6d', 'step_6g'],
      '2026-03-10 17:30',
    );
    // All have answered, and still no receipt.
    await filing.standsNotAt('step_7');

    await stage.until('2026-03-12 09:00');
    await filing.standsNotAt('step_7');
    await clockStands(filing, 'Filing receipt', { state: 'running', due: '2026-03-12 17:30' });
    await rungsClimbed(stage, filing, 'Filing receipt', [
      { level: 'L0', at: '2026-03-10 09:15', told: clerks },
      { level: 'L1', at: '2026-03-11 16:24', told: [...clerks, `${desk} Section head, health, Dinghai`] },
      { level: 'L2', at: '2026-03-12 08:30', told: [`${desk} Deputy head, health, Dinghai`] },
    ]);
    const decision = { by: 'health.dinghai', node: 'step_7h', outcome: 'cleared' };
    await filing.isRefused(decision, 'TASKS.FORM_INVALID');
    await filing.complete({ ...decision, form: { opinion: '经身份核对为同名，排除命中' } });
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_7',
      outcome: 'receipt',
      due: '2026-03-12 17:30',
    });
    await clockStands(filing, 'Filing receipt', { state: 'met', due: '2026-03-12 17:30' });
    await layWith(filing, 'step_7h', [
      { kind: 'office', from: '2026-03-05', to: '2026-03-12' },
      { kind: 'person', from: '2026-03-12', to: '2026-03-12' },
    ]);
    await followUpsStart(stage, institution, 'dinghai', {
      'inspection-rectification': '2026-03-16 17:30',
      'practitioner-credential': '2026-03-19 17:30',
      'health-guidance': '2026-04-10 17:30',
    });
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_8',
      outcome: 'publish',
      due: '2026-03-19 17:30',
    });

    await stage.until('2026-03-13 14:30');
    await jointVisit(filing, 'dinghai', { due: '2026-03-18 17:30', outcome: 'conforming' });

    await stage.until('2026-03-16 14:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_10',
      outcome: 'verified',
      due: '2026-03-25 17:30',
    });
    await filing.endsAs('filed-and-verified');
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
