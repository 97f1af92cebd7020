import { randomUUID } from 'node:crypto';
import { same } from '../public-api/difference.js';
import { clockStands, emitted } from '../stage/brief.js';
import { creditCode, Institution } from '../stage/institution.js';
import { allMaterials, filingForm } from '../stage/papers.js';
import type { Story } from '../stage/story.js';
import { followUpsStart, jointVisit, lanesAgree } from '../stage/way.js';

const finding = '安全出口宽度不足，疏散指示标志缺失';

/**
 * A kindergarten's nursery class in a building put to a new use: all seven lanes. A doubt of the fire brigade holds no
 * receipt; the visit confirms it, and the notice of non-conformity starts the correction (W04).
 */
export const fireDoubt: Story = {
  code: 'c',
  title: { zh: '消防存疑，核实不符，转入整改', en: 'A fire doubt, confirmed on site: correction' },
  async play(stage) {
    const uscc = creditCode('12330902MA2DEM0C1');
    const kindergarten = {
      uscc,
      nameZh: '定海海燕幼儿园',
      kind: 'nursery-class',
      registrationType: 'public',
      registrationAuthority: 'staffing-office',
      businessScope: '学前教育',
      address: '定海区示例路13号',
      district: '330902',
      legalRepresentative: '示例丙',
      certificateNo: '示例-0013',
      registeredAt: '2019-05-20T09:00:00+08:00',
    } as const;
    await stage.city.beforeStep('a kindergarten is recorded');
    const registrar = await stage.actor('staffing-office.dinghai.registrar');
    const { id } = await registrar.caller.post<{ readonly id: string }>(
      '/api/registry/institutions',
      kindergarten,
    );
    await stage.tell(registrar.name, {
      zh: `补录 ${kindergarten.nameZh}（2019年登记）`,
      en: `Records ${kindergarten.nameZh}, registered in 2019`,
    });

    await stage.until('2026-03-03 09:00');
    await stage.city.beforeStep('education approves the nursery class');
    await stage.sendEvent('/zhoushan/330902/education', 'nursery-class.approved', `kindergarten/${id}`, {
      applicationId: randomUUID(),
      kindergartenId: id,
      jurisdiction: '330902',
      classes: 1,
      places: 20,
      approvedAt: '2026-03-03T09:00:00+08:00',
    });
    await stage.tell(
      { zh: '教育系统（定海）', en: 'System of education, Dinghai' },
      { zh: '签名事件：同意开设托班', en: 'Signed event: nursery class approved' },
    );
    const institution = await Institution.withCase(stage, uscc);
    const { filing } = institution;
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_2',
      outcome: 'filing-needed',
      form: { banChecked: true },
      due: '2026-03-05 17:30',
    });

    await stage.until('2026-03-04 14:00');
    await institution.file(
      { ...filingForm, toddlerClasses: 0, nurseryClasses: 1, places: 20, newBuildingOrChangeOfUse: true },
      allMaterials,
    );

    await stage.until('2026-03-05 09:00');
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_5',
      outcome: 'complete',
      form: { received: allMaterials },
      due: '2026-03-06 17:30',
    });

    await stage.until('2026-03-06 14:30');
    const due = '2026-03-10 17:30';
    const fire = { by: 'fire.dinghai', node: 'step_6a', outcome: 'doubt', due };
    // A doubt without a reason is none.
    await filing.isRefused(fire, 'TASKS.FORM_INVALID');
    await filing.complete({ ...fire, opinion: '消防验收意见书与现建筑平面不一致' });
    await lanesAgree(
      filing,
      'dinghai',
      ['step_6b', 'step_6c', 'step_6d', 'step_6e', 'step_6f', 'step_6g'],
      due,
    );

    await stage.until('2026-03-09 10:30');
    // A filing is no licence: the doubt goes to the visit and not into the receipt's way.
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_7',
      outcome: 'receipt',
      due: '2026-03-12 17:30',
    });
    await followUpsStart(stage, institution, 'dinghai', {
      'inspection-rectification': '2026-03-11 17:30',
      'practitioner-credential': '2026-03-16 17:30',
      'health-guidance': '2026-04-07 17:30',
    });
    await filing.complete({
      by: 'health.dinghai',
      node: 'step_8',
      outcome: 'publish',
      due: '2026-03-16 17:30',
    });

    await stage.until('2026-03-16 09:30');
    await jointVisit(filing, 'dinghai', {
      due: '2026-03-18 17:30',
      outcome: 'non-conforming',
      findings: { fire: finding },
    });

    await stage.until('2026-03-17 10:00');
    const conclusion = {
      by: 'health.dinghai',
      node: 'step_10',
      outcome: 'non-conforming',
      due: '2026-03-25 17:30',
    };
    const opinion = '现场核实不符合消防安全标准';
    await filing.isRefused({ ...conclusion, opinion }, 'TASKS.NONCONFORMITY_WITHOUT_REASON');
    await filing.complete({
      ...conclusion,
      form: { clause: '托育机构消防安全指南 第六条', finding },
      opinion,
    });
    await clockStands(filing, 'Conclusion or notice of non-conformity', {
      state: 'met',
      due: '2026-03-25 17:30',
    });
    await filing.endsAs('filed-correcting');
    same('the notice is a PDF', (await institution.document('nonconformity-notice')).slice(0, 5), '%PDF-');
    // The correction: W04 starts by the notice, in the supervision desk of health.
    await followUpsStart(stage, institution, 'dinghai', { 'inspection-rectification': '2026-03-19 17:30' });
    const events = await stage.city.events.of(filing.id);
    same(
      'what fire said',
      events.find(({ type, data }) => type === 'filing.opinion-given' && data['dept'] === 'fire')?.data[
        'result'
      ],
      'doubt',
    );
    await emitted(stage, filing, [
      'filing.completed',
      'filing.opinion-given',
      'filing.opinion-given',
      'filing.opinion-given',
      'filing.opinion-given',
      'filing.opinion-given',
      'filing.opinion-given',
      'background-check.returned',
      'health-evaluation.completed',
      'filing.receipt-issued',
      'filing.nonconformity-notified',
    ]);
  },
};
