import type { Page } from 'playwright-core';
import { onStage } from './browser/stage.js';

const words = {
  zh: { name: '用户名', password: '密码', submit: '登录', wrong: '用户名或密码不对', inbox: '待办' },
  en: {
    name: 'User name',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The user name or the password is wrong',
    inbox: 'Inbox',
  },
} as const;

const signIn = async (
  page: Page,
  language: 'zh' | 'en',
  username: string,
  password: string,
): Promise<void> => {
  const { name, password: secret } = words[language];
  await page.getByLabel(name, { exact: true }).fill(username);
  await page.getByLabel(secret, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
};

describe('signing in', () => {
  const { scene } = onStage();

  for (const language of ['zh', 'en'] as const) {
    const { inbox, wrong } = words[language];
    scene(`in ${language}, with the keyboard alone`, async ({ screens }) => {
      const page = await screens.visitor('/', { language });
      await signIn(page, language, 'health.dinghai', 'zhoushan');
      await page.getByRole('navigation').getByRole('link', { name: inbox }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/inbox/);
      expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
    });

    scene(`in ${language}, a wrong password says so and keeps the name`, async ({ screens }) => {
      const page = await screens.visitor('/', { language });
      await signIn(page, language, 'health.dinghai', 'wrong');
      await page.getByRole('alert').filter({ hasText: wrong }).waitFor();
      expect(await page.getByLabel(words[language].name, { exact: true }).inputValue()).toBe(
        'health.dinghai',
      );
    });
  }

  scene('leads to the page that was asked for, and to nothing outside', async ({ screens }) => {
    const page = await screens.visitor('/intake/all');
    await signIn(page, 'zh', 'admin', 'zhoushan');
    await page.waitForURL('**/intake/all');
    const other = await screens.visitor('/sign-in?next=//elsewhere.example/');
    await signIn(other, 'zh', 'admin', 'zhoushan');
    await other.getByRole('navigation').waitFor();
    expect(new URL(other.url()).host).toBe(new URL(page.url()).host);
  });

  scene('a card of the demo is one click', async ({ screens }) => {
    const page = await screens.visitor('/', { language: 'en' });
    await page.getByRole('button', { name: 'supervisor.dinghai' }).click();
    await page.waitForURL('**/board');
  });

  scene('a switch of the language keeps what was typed', async ({ screens }) => {
    const page = await screens.visitor('/');
    await page.getByLabel(words.zh.name, { exact: true }).fill('health.dinghai');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: words.en.submit, exact: true }).waitFor();
    expect(await page.getByLabel(words.en.name, { exact: true }).inputValue()).toBe('health.dinghai');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: words.zh.submit, exact: true }).waitFor();
    expect(await page.getByLabel(words.zh.name, { exact: true }).inputValue()).toBe('health.dinghai');
  });
});
