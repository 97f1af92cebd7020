import { onStage } from './browser/stage.js';
import { Desk } from './people/desk.js';
import { pushedRegistration } from './people/pushed-registration.js';

const dossier = '建档、发备案告知书';

describe('the inbox', () => {
  const { scene } = onStage();

  scene(
    'is worked with the keyboard alone: find, open, claim, fill in, complete, next',
    async ({ city, screens }) => {
      const [first, second] = [await pushedRegistration(city), await pushedRegistration(city)];
      const page = await screens.person('health.dinghai', '/inbox');
      const desk = new Desk(page);
      await desk.row(first.row.name, dossier);

      await page.keyboard.press('/');
      // Typed as text: single keys are silent here.
      await page.keyboard.type(first.row.name);
      await page.getByRole('listitem').filter({ hasText: second.row.name }).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await desk.row(second.row.name, dossier);
      await page.keyboard.press('Tab');
      await page.locator(':focus').evaluate((element) => (element as unknown as { blur: () => void }).blur());

      // Other tasks may lie above it, and it above where the keyboard began: at an end of the list the way is back.
      const focused = page.locator('.inbox-row:focus');
      let [key, at] = ['j', ''];
      while (!at.includes(first.row.name)) {
        await page.keyboard.press(key);
        await focused.waitFor();
        const now = await focused.innerText();
        if (now === at) key = key === 'j' ? 'k' : 'j';
        at = now;
      }
      await page.keyboard.press('Enter');
      await desk.outcomes.waitFor();
      await page.keyboard.press('c');
      await page.getByText('经办：我').waitFor();
      await page.keyboard.press('n');
      await page.locator('.task-work :focus').waitFor();
      await page.keyboard.press('Space');
      expect(await page.getByLabel('已核对举办人和工作人员禁入情况').isChecked()).toBe(true);
      const needed = desk.outcomes.getByRole('button', { name: /^需备案/ });
      while (!(await needed.evaluate((button) => button.matches(':focus')))) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('已打开下一件').waitFor();

      const { current } = await first.caseFile();
      expect(current.map(({ node }) => node)).toContain('step_4');
      await page
        .getByRole('link', { name: new RegExp(second.row.name) })
        .first()
        .waitFor();
    },
  );
});
