import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@lianban/testing';
import type { Page } from 'playwright-core';
import { onStage } from './browser/stage.js';

const filing = join(
  import.meta.dirname,
  '..',
  '..',
  'workflows/policy-packs/zhoushan-childcare/institution-filing',
);

const drawn = (page: Page, element: string) => page.locator(`.djs-element[data-element-id="${element}"]`);

describe('administration', () => {
  // Given up at once, so that an incident is there to be settled.
  const { scene } = onStage({ env: { CONDUCTOR_GIVE_UP_SECONDS: '1' } });

  scene('processes are listed, and one is shown as diagram, steps and lanes', async ({ screens }) => {
    const page = await screens.person('admin', '/processes', { language: 'en' });
    const table = page.getByRole('table', { name: 'Processes' });
    await table.getByRole('row').filter({ hasText: 'health-guidance' }).getByText('Incomplete').waitFor();
    await page.getByRole('link', { name: 'Registration push and filing with joint verification' }).click();
    await drawn(page, 'step_5').getByText('Completeness').waitFor();
    await page.getByRole('button', { name: 'Completeness check, one-time notice' }).click();
    await page.locator('.djs-element.is-selected[data-element-id="step_5"]').waitFor();
    await drawn(page, 'step_2').click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Open the dossier' })
      .and(page.locator('[aria-current="true"]'))
      .waitFor();
    await page.getByRole('tab', { name: 'Units (lanes)' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Health (filing)' })
      .getByText('Conclusion of the verification')
      .waitFor();
  });

  scene(
    'a faulty process is refused with every problem at its element and line, a mended one is published',
    async ({ screens }) => {
      const page = await screens.person('admin', '/processes/publish', { language: 'en' });
      const forms = await readdir(join(filing, 'forms'));
      const xml = await readFile(join(filing, 'process.bpmn'), 'utf8');
      const faulty = xml.replace('form="completeness-check"', 'form="no-such-form"');
      const bpmn = (text: string) => ({
        name: 'process.bpmn',
        mimeType: 'application/xml',
        buffer: Buffer.from(text),
      });
      const picker = page.getByLabel('Choose files, or drop them here');
      await picker.setInputFiles([
        join(filing, 'manifest.json'),
        ...forms.map((name) => join(filing, 'forms', name)),
      ]);
      await picker.setInputFiles([bpmn(faulty)]);
      await drawn(page, 'step_5').waitFor();
      // Found in this browser, before anything is sent.
      await page.getByRole('status').filter({ hasText: 'The check found 1 problems' }).waitFor();
      await page.getByRole('button', { name: 'Check and publish' }).click();
      const line = faulty.slice(0, faulty.indexOf('id="step_5"')).split('\n').length;
      await page.getByRole('button', { name: new RegExp(`no-such-form.*step_5.*line ${line}$`) }).click();
      await page.locator('.djs-element.is-selected[data-element-id="step_5"]').waitFor();
      await page.locator('.source-lines .is-hit').filter({ hasText: 'step_5' }).waitFor();
      await picker.setInputFiles([
        bpmn(xml.replace('amount="2" unit="working_day"', 'amount="3" unit="working_day"')),
      ]);
      await page.getByRole('button', { name: 'Check and publish' }).click();
      await page.getByRole('status').filter({ hasText: 'version 2' }).waitFor();
      await page.getByRole('link', { name: 'See the process' }).click();
      await page.getByText('Version 2').waitFor();
    },
  );

  scene(
    'an event that nobody hears appears by itself and is put aside with a reason; a refused one tells why',
    async ({ screens, city }) => {
      const page = await screens.person('admin', '/intake');
      await page.getByText('没有待匹配的事件').waitFor();
      const sender = await city.sender('/zhoushan/330902/filing-system');
      const data = {
        filingId: 'none',
        institutionId: 'none',
        materials: [],
        suppliedAt: new Date().toISOString(),
      };
      const event = sender.event('filing.supplemented', data, { subject: '无人接收的补正' });
      expect((await sender.send(event)).status).toBe(202);
      // Without a reload: the page hears of it.
      const row = page.getByRole('row').filter({ hasText: '无人接收的补正' });
      await row.getByText('没有流程或办件在等待这个事件').waitFor();
      await row.getByRole('button').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(event.id).first().waitFor();
      const replayed = page.waitForResponse((answer) => answer.url().includes('/replay'));
      await drawer.getByRole('button', { name: '重新分送' }).click();
      await replayed;
      // On its way again it is nobody's to put aside; nobody hears it this time either.
      await eventually('it is unmatched once more', async () => {
        const [row] = await city.database.query<{ state: string }>(
          'SELECT state FROM inbound_event WHERE id = $1',
          [event.id],
        );
        return row?.state === 'unmatched';
      });
      await page.reload();
      await drawer.getByRole('button', { name: '搁置' }).click();
      await drawer.getByLabel('搁置原因').fill('重复的测试件');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await drawer.getByText('已搁置').waitFor();
      await drawer.getByText('重复的测试件').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('没有待匹配的事件').waitFor();

      await page.getByRole('tab', { name: '拒收' }).click();
      await page.getByText('没有拒收的投递').waitFor();
      expect((await sender.send(event, { secret: 'whsec_AAAA' })).status).toBe(401);
      await page.getByRole('row').filter({ hasText: '签名无效' }).getByText(event.id).waitFor();
    },
  );

  scene(
    'a step that gave up is tried again, answered by hand, or skipped; supervisors look on',
    async ({ screens, city }) => {
      await city.departments.set('health-commission', 'failing');
      const page = await screens.person('admin', '/incidents', { language: 'en' });
      await page.getByText('No open incident').waitFor();
      const [first, second] = [await city.register(), await city.register()];
      const at = (name: string) => page.getByRole('listitem').filter({ hasText: name });
      await at(first.row.name).getByText('never gave a good answer').waitFor();
      await at(second.row.name).waitFor();

      const onlooker = await screens.person('supervisor.dinghai', '/incidents', { language: 'en' });
      await onlooker.getByText(first.row.name).waitFor();
      expect(await onlooker.getByRole('button', { name: 'Try again' }).count()).toBe(0);

      await city.departments.set('health-commission', 'ok');
      await at(first.row.name).getByRole('button', { name: 'Try again' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Try again' }).click();
      await dialog.getByText('Say why').waitFor();
      await dialog.getByLabel('Note').fill('their system is back');
      await dialog.getByRole('button', { name: 'Try again' }).click();
      await first.at('step_2');

      await at(second.row.name).getByRole('button', { name: 'Answer by hand' }).click();
      await dialog.getByLabel('The answer').fill('acceptedAt: 2026-03-02');
      await dialog.getByLabel('Note').fill('confirmed by telephone');
      await dialog.getByRole('button', { name: 'Answer by hand' }).click();
      await second.at('step_2');
      await page
        .getByRole('row')
        .filter({ hasText: 'confirmed by telephone' })
        .getByText('Answered by hand')
        .waitFor();
      await eventually('no incident is open any more', () =>
        onlooker.getByText('No open incident').isVisible(),
      );
    },
  );

  scene(
    'the words of a document are edited beside their preview, refused where they cannot be filled, and published',
    async ({ screens }) => {
      const page = await screens.person('admin', '/ladders', { language: 'en' });
      await page.getByRole('link', { name: 'Document templates' }).click();
      await page.getByRole('link', { name: /^Supervision order/ }).click();
      const words = page.getByRole('textbox', { name: 'Words' });
      await words.fill('办件由{{nobody}}办理，');
      await page.getByRole('region', { name: 'Preview' }).getByText('Cannot be filled: nobody').waitFor();
      const publish = async (): Promise<void> => {
        await page.getByRole('button', { name: 'Publish the next version' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Publish the next version' }).click();
      };
      await publish();
      await page.getByRole('alert').getByText('line 1, column 4: {{nobody}}').waitFor();
      await words.fill('要求：');
      // A click puts it in where the caret stands.
      await page.getByRole('button', { name: 'demand', exact: true }).click();
      await page.getByRole('region', { name: 'Preview' }).getByText('要求：demand').waitFor();
      await publish();
      await page.getByText('Version 2 is published.').waitFor();
      await page.getByRole('link', { name: 'All templates' }).click();
      await page
        .getByRole('row')
        .filter({ hasText: 'Supervision order' })
        .getByText(/^Version 2 · published/)
        .waitFor();
    },
  );
});
