import { eventually } from '@lianban/testing';
import { Desk, publish } from '../integration/office-patterns/desk.js';
import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';

/** The first step has another id: every case that stands there needs a counterpart for it. */
const renamed = (xml: string): string =>
  xml
    .replaceAll('"draft"', '"first_draft"')
    .replaceAll('>draft<', '>first_draft<')
    .replaceAll('draft_review', 'first_draft_review')
    .replaceAll('start_draft', 'start_first_draft');

describe('running cases to another version of their process', () => {
  const { scene } = onStage();

  scene(
    'an administrator gives a step its counterpart, sees what changes, and migrates one case and then the rest',
    async ({ city, screens }) => {
      const first = await publish(city, 'joint-approval');
      const one = await Desk.open(city, 'joint-approval');
      const two = await Desk.open(city, 'joint-approval');
      const three = await Desk.open(city, 'joint-approval');
      await three.complete('draft');
      const second = await publish(city, 'joint-approval', renamed);
      const page = await screens.person('admin', `/cases/${one.caseId}/operations`, { language: 'en' });
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: 'Migrate' }).click();
      await dialog.getByLabel('To version').click();
      await page.keyboard.press('Enter');
      await dialog.getByLabel('Reason').fill('a new guide');
      await dialog.getByRole('button', { name: 'See what it does' }).click();
      await dialog.getByText('It cannot be migrated yet').waitFor();
      expect(await dialog.getByRole('button', { name: 'Confirm: Migrate' }).isDisabled()).toBe(true);
      await dialog.getByLabel(/^Counterpart of/).click();
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: 'See what it does' }).click();
      await dialog.getByText('It can be migrated.').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Confirm: Migrate' }).click();
      await page.getByText('Done: Migrate.').waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(await one.stands()).toEqual(['first_draft']);

      await page.goto(`/processes/${first}`);
      await page.getByRole('link', { name: 'Migrate running cases' }).click();
      await page.getByLabel('To version').click();
      await page.keyboard.press('Enter');
      await page.getByLabel('Reason').fill('a new guide');
      await page.getByRole('button', { name: 'Check all open cases' }).click();
      await page.getByText('Of 2 open cases 1 can be migrated and 1 cannot.').waitFor();
      expect(await barriersOn(page)).toEqual([]);

      // Without a counterpart one stays, and the report says which and why; with one it follows. A double click is one.
      await page.getByRole('button', { name: 'Migrate 1 case' }).dblclick();
      await page.getByText('Migrated: 1. Stayed: 1.').waitFor();
      const stayed = page.getByRole('row').filter({ hasText: (await two.file()).caseNo });
      await stayed.getByText(/stayed · .+/).waitFor();
      const left = page.getByRole('row').filter({ hasText: (await three.file()).caseNo });
      await left.getByText('migrated', { exact: true }).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByLabel(/^Counterpart of/).click();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Check all open cases' }).click();
      await page.getByRole('button', { name: 'Migrate 1 case' }).click();
      await page.getByText('Migrated: 1. Stayed: 0.').waitFor();
      await eventually('all run on the new version', async () => {
        const files = await Promise.all([one, two, three].map((desk) => desk.file()));
        return files.every(({ definitionId }) => definitionId === second);
      });

      // Whoever opens the page again finds what was done.
      await page.reload();
      await page.getByRole('heading', { name: /^Migration to version \d+$/ }).waitFor();
      await page.getByText('Migrated: 1. Stayed: 0.').waitFor();
      await page.getByText('No case runs on this version').waitFor();
    },
  );
});
