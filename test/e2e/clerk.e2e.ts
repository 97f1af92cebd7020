import type { Page } from 'playwright-core';
import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';

const opinion = (page: Page) => page.locator('.form-view textarea').last();
const outcome = (page: Page, name: string) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');

/** Opens the first task of the list by keys alone. */
const openByKeys = async (page: Page): Promise<void> => {
  await page.locator('.inbox-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await opinion(page).waitFor();
};

describe('the clerk', () => {
  const { scene } = onStage();

  scene('works by keys, in either language, and keeps what was typed', async ({ city, screens }) => {
    const nursery = await city.register();
    await nursery.at('step_2');
    const page = await screens.person('health.dinghai', '/inbox', { language: 'en' });
    await openByKeys(page);
    await page.keyboard.press('c');
    await page.getByText('Held by me').waitFor();

    await outcome(page, 'Out of scope').click();
    await page.getByText('"Out of scope" needs a reason.').waitFor();
    await opinion(page).fill('serves children over three');
    await page.getByRole('button', { name: '中文' }).click();
    await outcome(page, '不属备案范围').waitFor();
    expect(await opinion(page).inputValue()).toBe('serves children over three');
    await page.getByText('草稿已保存').waitFor();
    await page.reload();
    await opinion(page).waitFor();
    expect(await opinion(page).inputValue()).toBe('serves children over three');

    await opinion(page).press('c');
    await page.getByText('经办：我').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await nursery.complete('step_2', 'out-of-scope', { banChecked: true, opinion: 'closed by the test' });
  });

  scene('sees the consequence of a legal act before doing it', async ({ city, screens }) => {
    const nursery = await (await city.register()).toCompleteness();
    const task = await nursery.at('step_5');
    const page = await screens.person('health.dinghai', `/inbox/${task.id}`, { language: 'en' });
    await outcome(page, 'Ask for supplement').click();
    await page.getByText('Name the missing items.').waitFor();
    await page.getByLabel('Fire document').last().check();
    await outcome(page, 'Ask for supplement').click();
    await dialog(page).getByText('Supplement notice').waitFor();
    await dialog(page)
      .getByText(/^stop clocks: .*Completeness check/)
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    expect((await nursery.caseFile()).documents).toEqual([]);

    await outcome(page, 'Ask for supplement').click();
    await dialog(page).getByRole('button', { name: 'Confirm' }).dblclick();
    await page.getByText('completed: Ask for supplement').waitFor();
    const file = await nursery.caseFile();
    expect(file.documents).toHaveLength(1);
    expect(file.timeline.filter(({ act }) => act === 'task.completed')).toHaveLength(2);
  });

  scene('is told who was quicker, and loses nothing', async ({ city, screens }) => {
    const nursery = await (await city.register()).toLanes();
    const { id } = await nursery.at('step_6a');
    const late = await screens.person('fire.dinghai', '/cases', { language: 'en' });
    // Without live updates the screen still shows the task as open: the race is real.
    await late.route('**/api/live', (route) => route.abort());
    await late.goto(`/inbox/${id}`);
    await opinion(late).fill('the certificate is of another building');
    const quick = await screens.person('fire.dinghai.b', `/inbox/${id}`, { language: 'en' });
    await outcome(quick, 'Conforms').click();
    await quick.getByText('completed: Conforms').waitFor();
    await outcome(late, 'In doubt').click();
    await late.getByText('Clerk B, fire, Dinghai completed it for Fire and rescue, Dinghai').waitFor();
    expect(await opinion(late).inputValue()).toBe('the certificate is of another building');
  });

  scene('has one thing at a time on a phone, and the keys on a sheet', async ({ city, screens }) => {
    const first = await city.register();
    await first.at('step_2');
    const page = await screens.person('health.dinghai', '/inbox', {
      language: 'en',
      width: 390,
      height: 844,
    });
    const row = page.locator('.inbox-row').filter({ hasText: first.row.name });
    await row.waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await row.click();
    await opinion(page).waitFor();
    expect(await page.locator('.inbox-row').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.keyboard.press('?');
    await dialog(page).getByText('Keyboard shortcuts').waitFor();
  });
});
