import axe from 'axe-core';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Serious and critical violations of WCAG 2.2 AA that axe-core finds on a page, each with where. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  // A list of choices that is just closing is no part of the page any more.
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
  await page.evaluate(axe.source);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`;
  const { violations } = await page.evaluate<axe.AxeResults>(run);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
    );
}
