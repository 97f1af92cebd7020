import { join } from 'node:path';
import { readPolicyPack } from '../../../prisma/seed/policy-pack.js';
import { City, eventually } from '@lianban/testing';

const packFolder = join(import.meta.dirname, '../../../workflows/policy-packs/zhoushan-childcare');

/** By analogy with 行政许可法 art. 32: no notice within five working days counts as complete from receipt. */
describe('a filing that nobody looks at', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
  }, 60_000);
  afterAll(() => city.close());

  it('is deemed complete from the day it came, unless a notice went out or the pack says otherwise', async () => {
    const [silent, noticed] = await Promise.all([city.register(), city.register('putuo')]);
    await Promise.all([silent.toCompleteness(), noticed.toCompleteness()]);
    await noticed.complete('step_5', 'supplement', { missing: ['fire-document'] });
    await noticed.supplement(['fire-document']);
    await noticed.at('step_5');

    // The switch of the pack is off in the next version: cases that run stay on theirs.
    const pack = await readPolicyPack(packFolder);
    const process01 = pack.processes.find(({ manifest }) => manifest.key === 'institution-filing');
    const admin = await city.person('admin');
    await admin.post('/api/definitions', {
      xml: process01?.xml,
      manifest: {
        pack: pack.code,
        complete: true,
        parameters: { ...process01?.manifest.parameters, deemedCompleteWithoutNotice: false },
      },
      forms: process01?.forms,
    });
    const later = await (await city.register('daishan')).toCompleteness();
    expect((await later.caseFile()).definition.version).toBe(
      (await silent.caseFile()).definition.version + 1,
    );

    await city.clock.passTo('2026-03-09T17:00:00+08:00');
    expect((await silent.openTasks()).map(({ node }) => node)).toEqual(['step_5']);
    await city.clock.passTo('2026-03-09T17:31:00+08:00');
    await silent.at('step_6a');
    const file = await silent.caseFile();
    expect(file.data['deemedComplete']).toBe(true);
    const { tasks } = file;
    expect(tasks.find(({ stepNo }) => stepNo === '5')).toMatchObject({
      status: 'cancelled',
      outcome: 'deemed-complete',
    });
    const submitted = (file.data['filing'] as { submittedAt: string }).submittedAt;
    const receipt = file.clocks.find(({ basis }) => basis === 'FILING-9A');
    expect(receipt?.startedAt).toBe(new Date(submitted).toISOString());
    expect(receipt?.dueAt).toBe('2026-03-09T09:30:00.000Z');
    // The three days of the lanes were over before they began: the receipt is not held by them.
    await eventually('step 7 is open', async () =>
      (await silent.openTasks()).some(({ node }) => node === 'step_7'),
    );
    expect((await noticed.openTasks()).map(({ node }) => node)).toEqual(['step_5']);
    expect((await later.openTasks()).map(({ node }) => node)).toEqual(['step_5']);
  });
});
