import { same } from '../public-api/difference.js';
import { clockStands, emitted, layWith } from '../stage/brief.js';
import { creditCode, Institution } from '../stage/institution.js';
import { localMinute } from '../stage/local-time.js';
import type { Story } from '../stage/story.js';

/**
 * Registered and never filed, in the New City: its committee follows the kindergarten regime, so the education office
 * opens the dossier. The thirty working days from 2 March end on 14 April, Qingming (4 to 6 April) lying between.
 */
export const neverFiles: Story = {
  code: 'd',
  title: {
    zh: '一直不备案：两次催办，第30日发现，上门走访',
    en: 'One never files: reminded twice, then visited',
  },
  async play(stage) {
    const institution = await Institution.register(stage, 'market-regulation.xincheng.registrar', {
      uscc: creditCode('91330971MA2DEM0D1'),
      nameZh: '新城未来托育园',
      kind: 'care-institution',
      registrationType: 'enterprise',
      registrationAuthority: 'market-regulation',
      businessScope: '3岁以下婴幼儿照护服务',
      address: '新城示例路14号',
      district: '330971',
      legalRepresentative: '示例丁',
      certificateNo: '示例-0014',
    });
    const { filing } = institution;
    const reminders = async (): Promise<readonly string[]> =>
      (await institution.portalPage()).notices
        .filter(({ text }) => text.en.startsWith('Reminder'))
        .map(({ at }) => localMinute(at))
        .toSorted();

    await stage.until('2026-03-03 10:00');
    await filing.complete({
      by: 'education.xincheng',
      node: 'step_2',
      outcome: 'filing-needed',
      form: { banChecked: true },
      due: '2026-03-04 17:30',
    });
    await filing.standsAt('step_4');

    await stage.until('2026-03-16 17:29');
    same('reminders before the end of day 10', await reminders(), []);
    await stage.until('2026-03-17 08:30');
    same('reminders after day 10', await reminders(), ['2026-03-16 17:30']);
    await filing.tellEngine('2026-03-16 17:30', { zh: '3 第10个工作日：催办', en: '3 Day 10: reminder' });

    await stage.until('2026-03-30 17:29');
    same('reminders before the end of day 20', await reminders(), ['2026-03-16 17:30']);
    await stage.until('2026-03-31 08:30');
    same('reminders after day 20', await reminders(), ['2026-03-16 17:30', '2026-03-30 17:30']);
    await filing.tellEngine('2026-03-30 17:30', { zh: '3 第20个工作日：催办', en: '3 Day 20: reminder' });

    await stage.until('2026-04-14 17:29');
    await filing.standsNotAt('step_3');
    await emitted(stage, filing, ['institution.registration-pushed']);
    await stage.until('2026-04-15 08:30');
    await filing.standsAt('step_3');
    const found = (await stage.city.events.of(filing.id)).find(
      ({ type }) => type === 'institution.unfiled-detected',
    );
    same('unfiled on day 30', found?.at, '2026-04-14 17:30');
    same('working days counted', found?.data['workingDaysElapsed'], 30);
    await filing.tellEngine('2026-04-14 17:30', {
      zh: '3 第30个工作日：发现未备案',
      en: '3 Day 30: found unfiled',
    });
    await clockStands(filing, 'Filing after registration', {
      state: 'running',
      due: '2026-04-14 17:30',
      breached: true,
    });

    await stage.until('2026-04-16 10:00');
    await filing.complete({
      by: 'township.xincheng',
      node: 'step_3',
      outcome: 'visited',
      form: { state: 'preparing', opinion: '示例：装修未完成，承诺完工后备案' },
      due: '2026-04-21 17:30',
    });
    // The obligation to file stays: whoever files later enters this case.
    await filing.standsAt('step_4');
    await layWith(filing, 'step_3', [
      { kind: 'office', from: '2026-04-14', to: '2026-04-16' },
      { kind: 'person', from: '2026-04-16', to: '2026-04-16' },
    ]);
    await layWith(filing, 'step_4', [{ kind: 'applicant', from: '2026-03-03' }]);
    await emitted(stage, filing, ['institution.registration-pushed', 'institution.unfiled-detected']);
  },
};
