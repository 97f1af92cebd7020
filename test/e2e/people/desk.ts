import { eventually } from '@lianban/testing';
import type { Locator, Page } from 'playwright-core';

/** A clerk's inbox in Chinese, worked as a clerk works it. */
export class Desk {
  constructor(readonly page: Page) {}

  /** The row of a step; waits until it comes by itself. */
  async row(title: string, step: string): Promise<Locator> {
    const { page } = this;
    const row = page
      .getByRole('listitem')
      .filter({ hasText: title })
      .filter({ hasText: step })
      .getByRole('link');
    const news = page.locator('.inbox-newsbar');
    await eventually(`${step} of ${title} is in the inbox`, async () => {
      if (await row.isVisible()) return true;
      // New tasks wait above the list, so that nothing moves under the cursor.
      if (await news.isVisible()) await news.click();
      return false;
    });
    return row;
  }

  /** Searched for, so that a long queue doesn't matter, and opened. */
  async open(title: string, step: string): Promise<void> {
    const { page } = this;
    await page.getByRole('searchbox').fill(title);
    await (await this.row(title, step)).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: step }).waitFor();
    await this.outcomes.waitFor();
  }

  get outcomes(): Locator {
    return this.page.getByRole('group', { name: '办理结果' });
  }

  /** Presses an outcome; a legal act shows its consequences first. */
  async choose(outcome: string): Promise<void> {
    await this.press(outcome);
    await this.page
      .getByText(/^已办理“.*”：/)
      .filter({ hasText: outcome })
      .first()
      .waitFor();
  }

  private async press(outcome: string): Promise<void> {
    const { page } = this;
    const button = this.outcomes.getByRole('button', { name: new RegExp(`^${outcome}`) });
    const isLegal = ((await button.textContent()) ?? '').includes('有法律效力');
    await button.click();
    if (!isLegal) return;
    const dialog = page.getByRole('dialog');
    await dialog.getByText('不能撤销').waitFor();
    await dialog.getByRole('button', { name: `确认${outcome}` }).click();
  }
}
