import { eventually } from '@lianban/testing';
import type { Locator, Page } from 'playwright-core';
import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';

const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Presses an act, fills what it asks for, and confirms it. */
const act = async (
  page: Page,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await dialog(page).waitFor();
  for (const [label, text] of Object.entries(fields)) await dialog(page).getByLabel(label).fill(text);
  await dialog(page)
    .getByRole('button', { name: `Confirm: ${name}` })
    .click();
  await page.getByText(`Done: ${name}.`).first().waitFor();
  await dialog(page).waitFor({ state: 'hidden' });
};

describe('a supervision order on the screen', () => {
  const { scene } = onStage();

  scene(
    'goes from the case page to being struck off, between an office and a unit',
    async ({ city, screens }) => {
      const nursery = await (await city.register()).toCompleteness();
      const caseId = await nursery.caseId();
      const clerkName = (await city.clerkOf('dinghai.health.application-filing')).username;
      const officer = await screens.person('supervisor.dinghai', `/cases/${caseId}`, { language: 'en' });
      await officer.getByRole('link', { name: 'Demand', exact: true }).click();

      // The case has filled the form; the drafter goes on from there.
      await officer.getByLabel('Subject').fill('督促办结材料审核');
      expect(await officer.getByLabel('Facts').inputValue()).toContain('办理时限');
      expect(await barriersOn(officer)).toEqual([]);
      await officer.getByRole('button', { name: 'Save the draft' }).click();
      await officer.getByRole('heading', { level: 1, name: '督促办结材料审核' }).waitFor();
      expect(await officer.getByRole('button', { name: 'Withdraw the draft' }).isVisible()).toBe(true);
      expect(await officer.getByRole('button', { name: 'Issue', exact: true }).count()).toBe(0);
      const address = new URL(officer.url()).pathname;

      const convenor = await screens.person('convenor.dinghai', '/orders', { language: 'en' });
      await convenor.getByRole('link', { name: '督促办结材料审核' }).click();
      await act(convenor, 'Issue');
      await convenor.getByText('舟定督〔').first().waitFor();

      // Before service the unit finds nothing.
      const clerk = await screens.person(clerkName, address, { language: 'en' });
      await clerk.getByText('not been served on your unit').waitFor();

      await officer.reload();
      await officer.getByRole('button', { name: 'Record service' }).click();
      await dialog(officer).getByRole('button', { name: 'Confirm: Record service' }).click();
      expect(await dialog(officer).getByText('This is needed.').count()).toBe(2);
      await dialog(officer).getByLabel('Way of service').click();
      await officer.keyboard.press('ArrowDown');
      await officer.keyboard.press('Enter');
      await dialog(officer).getByLabel('Received by').fill('张某');
      expect(await barriersOn(officer)).toEqual([]);
      await dialog(officer).getByRole('button', { name: 'Confirm: Record service' }).click();
      await officer.getByText('Done: Record service.').waitFor();

      await clerk.goto('/orders');
      await clerk.getByRole('link', { name: '督促办结材料审核' }).click();
      await act(clerk, 'Acknowledge');
      await act(clerk, 'Answer', { 'What was done': '已办结' });
      await officer.getByText('已办结').waitFor();
      await act(officer, 'Send the answer back', { Reason: '未说明原因' });
      await clerk.getByText('未说明原因').waitFor();
      await act(clerk, 'Answer', { 'What was done': '因人手不足，现已办结', 'Papers attached': '情况说明' });
      await officer.getByText('因人手不足，现已办结').waitFor();
      await act(officer, 'Accept the answer', { Opinion: '同意' });
      await act(officer, 'Strike off');
      await officer.getByText('Struck off: nothing more is asked for.').waitFor();
      expect(await barriersOn(officer)).toEqual([]);
      await eventually('the document can be opened', () =>
        officer.getByRole('link', { name: 'Open the document (PDF)' }).isVisible(),
      );

      await officer.goto(`/cases/${caseId}`);
      await officer.getByRole('link', { name: '督促办结材料审核' }).waitFor();
      await clerk.goto('/orders?list=closed');
      await clerk.getByRole('link', { name: '督促办结材料审核' }).waitFor();
      expect(await barriersOn(clerk)).toEqual([]);
    },
  );
});
