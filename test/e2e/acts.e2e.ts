import { eventually } from '@lianban/testing';
import type { Locator, Page } from 'playwright-core';
import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';

const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Chooses an act from the menu of a task. */
const choose = async (page: Page, act: string): Promise<void> => {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  await dialog(page).waitFor();
};

/** Says why, looks at what it does, and confirms. */
const confirm = async (page: Page, reason: string, act: string, would: RegExp): Promise<void> => {
  await dialog(page).getByLabel('Reason').fill(reason);
  await dialog(page).getByRole('button', { name: 'See what it does' }).click();
  await dialog(page).getByText(would).first().waitFor();
  // What is under way is dimmed; what is judged is the dialog at rest.
  await page.locator('.ant-btn-loading').waitFor({ state: 'detached' });
  expect(await barriersOn(page)).toEqual([]);
  await dialog(page)
    .getByRole('button', { name: `Confirm: ${act}` })
    .click();
  await page.getByText(`Done: ${act}.`).waitFor();
};

describe('acts on a running case', () => {
  const { scene } = onStage();

  scene('a clerk returns a step, and who gets it back reads why', async ({ city, screens }) => {
    const nursery = await (await city.register()).toReceipt();
    const task = await nursery.at('step_7');
    const page = await screens.person('health.dinghai', `/inbox/${task.id}`, { language: 'en' });
    await choose(page, 'Return');

    // Nothing is sent before it is said where to and why.
    await eventually('it is said what is missing', async () => {
      await dialog(page).getByRole('button', { name: 'See what it does' }).click();
      return dialog(page).getByText('Choose a step.').isVisible();
    });
    await dialog(page).getByText('Say why.').waitFor();

    await dialog(page)
      .getByRole('radio', { name: /Completeness/ })
      .check();
    await dialog(page)
      .getByRole('radio', { name: /Come straight back/ })
      .check();
    await confirm(page, 'the site plan is of another building', 'Return', /open tasks: .*Completeness/);

    const again = await nursery.at('step_5');
    await page.goto(`/inbox/${again.id}`);
    await page.getByText('the site plan is of another building').first().waitFor();
    await nursery.complete('step_5', 'complete', { received: ['site'] });
    // Straight back: the lanes are not asked a second time.
    expect((await nursery.openTasks()).map(({ node }) => node)).toContain('step_7');
  });

  scene('a clerk takes a completion back while nobody has acted on it', async ({ city, screens }) => {
    const nursery = await city.register();
    const task = await nursery.at('step_2');
    const page = await screens.person('health.dinghai', `/inbox/${task.id}`, { language: 'en' });
    await nursery.complete('step_2', 'filing-needed', { banChecked: true });
    await page.reload();
    await choose(page, 'Take back');
    await confirm(page, 'pressed too early', 'Take back', /open tasks: .*Open the dossier/);
    const again = await nursery.at('step_2');
    await page.goto(`/inbox/${again.id}`);
    await page.getByText('pressed too early').first().waitFor();
  });

  scene(
    'a supervisor suspends a case, nobody can act, and it goes on afterwards',
    async ({ city, screens }) => {
      const nursery = await (await city.register()).toCompleteness();
      const task = await nursery.at('step_5');
      const supervisor = await screens.person('supervisor.dinghai', `/cases/${await nursery.caseId()}`, {
        language: 'en',
      });
      await supervisor.getByRole('button', { name: 'Suspend' }).click();
      await dialog(supervisor).getByLabel('Ground').click();
      await supervisor.keyboard.press('Enter');
      await confirm(supervisor, 'typhoon', 'Suspend', /clocks|leave running|Nothing else changes/);
      await supervisor.getByText('Suspended: Force majeure').waitFor();

      const clerk = await screens.person('health.dinghai', `/inbox/${task.id}`, { language: 'en' });
      await clerk.getByText('nobody can act before it is resumed').waitFor();
      expect(await clerk.getByRole('group', { name: 'Outcomes' }).count()).toBe(0);

      await supervisor.getByRole('button', { name: 'Resume' }).click();
      await confirm(supervisor, 'the storm is over', 'Resume', /clocks|leave running|Nothing else changes/);
      await clerk.getByRole('button', { name: 'More acts' }).waitFor();
    },
  );

  scene('an administrator moves a case, having seen what that does', async ({ city, screens }) => {
    const nursery = await (await city.register()).toCompleteness();
    await nursery.at('step_5');
    const page = await screens.person('admin', `/cases/${await nursery.caseId()}/operations`, {
      language: 'en',
    });
    await page.getByRole('button', { name: 'Move' }).first().click();
    await dialog(page).getByLabel('Target').click();
    await page.keyboard.type('Issue the filing');
    await page.keyboard.press('Enter');
    await confirm(page, 'checked on paper', 'Move', /close tasks not done yet: .*Completeness/);
    await eventually('the receipt is next', () => nursery.at('step_7'));
  });
});
