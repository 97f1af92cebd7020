import type { Page } from 'playwright-core';
import { Desk, publish } from '../integration/office-patterns/desk.js';
import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';

const extensible = (xml: string): string =>
  xml.replace(
    /<lianban:clock id="clock_review"[^>]*\/>/u,
    '<lianban:clock id="clock_review" zh="审核" en="Review" scope="unit" kind="promised" amount="5" unit="working_day" from="drafted" basis="PD" ladder="L-STD" stoppedBy="force-majeure judicial" extendBy="10" extendUnit="working_day" extendBasis="LIC-42" extendApprover="department-head"/>',
  );

/** Says why and on which paper, looks at what it does, and confirms. */
const confirm = async (page: Page, act: string, would: RegExp): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Document number').fill('舟卫〔2026〕3号');
  await dialog.getByLabel('Reason').fill('a hard case');
  await dialog.getByRole('button', { name: 'See what it does' }).click();
  await dialog.getByText(would).first().waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: `Confirm: ${act}` }).click();
  await page.getByText(`Done: ${act}.`).waitFor();
};

describe('acts on a clock', () => {
  const { stage, scene } = onStage({ at: '2026-03-02T09:00:00+08:00' });
  beforeAll(async () => {
    await publish(stage.city, 'joint-approval', extensible);
  }, 90_000);

  const clocksOf = async (who: string, desk: Desk): Promise<Page> => {
    const page = await stage.screens.person(who, `/cases/${desk.caseId}`, { language: 'en' });
    await page.getByRole('tab', { name: 'Clocks' }).click();
    return page;
  };

  scene('its head extends it, having seen what moves, and prints its ledger', async ({ city }) => {
    const desk = await Desk.open(city, 'joint-approval');
    await desk.complete('draft');
    const page = await clocksOf('health.dinghai.chief', desk);
    await page.getByRole('button', { name: 'Extend: Review' }).click();
    await page.getByRole('dialog').getByLabel('Extend by (working days)').fill('10');
    await confirm(page, 'Extend', /moves from .*9 Mar.* to .*23 Mar/);
    await page.getByText(/Before its extension: .*9 Mar/).waitFor();

    // Once only: the button is gone, and it is said why.
    await page.getByRole('button', { name: 'Extend: Review' }).waitFor({ state: 'detached' });
    const clock = page.getByRole('article').filter({ hasText: 'Before its extension' });
    await clock.getByText('Why nothing else can be done').click();
    await clock.getByText('has been extended once').waitFor();

    await clock.getByText('Ledger and ladder').click();
    await clock.getByRole('link', { name: 'Print the ledger' }).click();
    await page.getByText(/舟卫〔2026〕3号.*it was .*9 Mar/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    const sheet = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(sheet.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });

  scene('its clerk stops it on a ground, and lets it run again', async ({ city }) => {
    const desk = await Desk.open(city, 'joint-approval');
    await desk.complete('draft');
    const page = await clocksOf('health.dinghai', desk);
    await page.getByRole('button', { name: 'Stop: Review' }).click();
    await page.getByRole('dialog').getByLabel('Ground').click();
    await page.keyboard.press('Enter');
    await confirm(page, 'Stop', /stop clocks: Review.*force majeure/);
    await page.getByRole('button', { name: 'Resume: Review' }).click();
    await confirm(page, 'Resume', /start clocks: Review/);
    await page.getByRole('button', { name: 'Stop: Review' }).waitFor();
  });
});
