import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export type Language = 'zh' | 'en';

export interface Seat {
  /** Of the browser: what a first visit is shown in. */
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
}

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;
/** Longer than anything may take on a busy machine; a condition that holds is never waited for. */
const patienceMs = 20_000;

/** Chromium in the hands of an end-to-end test: each person sits at a browser of their own. */
export class Screens {
  private readonly open: { readonly who: string; readonly page: Page; readonly said: string[] }[] = [];
  private readonly crashes: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async of(url: string): Promise<Screens> {
    const executablePath = process.env['CHROME_BIN'];
    if (executablePath === undefined)
      throw new Error('CHROME_BIN is not set: run npm test -- <path of the test>.');
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet];
    return new Screens(await chromium.launch({ executablePath, args }), url);
  }

  /** Nobody signed in yet. */
  async visitor(path = '/', seat: Seat = {}): Promise<Page> {
    const page = await (await this.context(seat)).newPage();
    this.watch('visitor', page);
    await page.goto(path);
    return page;
  }

  /** Somebody signed in, at an address. */
  async person(username: string, path = '/', seat: Seat = {}): Promise<Page> {
    const context = await this.context(seat);
    const signedIn = await context.request.post('/api/session', {
      headers: { origin: this.url },
      data: { username, password: 'zhoushan' },
    });
    if (!signedIn.ok()) throw new Error(`${username} cannot sign in: ${await signedIn.text()}`);
    const page = await context.newPage();
    this.watch(username, page);
    await page.goto(path);
    return page;
  }

  /** Errors that no code caught, in any page so far. */
  get uncaught(): readonly string[] {
    return this.crashes;
  }

  /** What everybody saw when a test failed: pictures and consoles beside the logs of the servers. */
  async keepEvidence(name: string): Promise<string> {
    const folder = join(
      process.env['LIANBAN_DATA'] ?? '.',
      'screens',
      name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'),
    );
    await mkdir(folder, { recursive: true });
    await Promise.all(
      this.open.map(async ({ who, page, said }, index) => {
        const file = join(folder, `${index + 1}-${who}`);
        await writeFile(`${file}.log`, [page.url(), ...said, ''].join('\n'));
        // A page that hangs has no picture to give.
        await page.screenshot({ path: `${file}.png`, timeout: 5000 }).catch(() => undefined);
      }),
    );
    return folder;
  }

  /** Everybody leaves; the next test finds an empty room. */
  async leave(): Promise<void> {
    await Promise.all(this.open.splice(0).map(({ page }) => page.context().close()));
    this.crashes.length = 0;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async context({ language = 'zh', width = 1366, height = 768 }: Seat): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: locales[language],
      viewport: { width, height },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(patienceMs);
    return context;
  }

  private watch(who: string, page: Page): void {
    const said: string[] = [];
    this.open.push({ who, page, said });
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('response', (answer) => {
      if (answer.status() >= 400)
        said.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
    });
    page.on('pageerror', (error) => {
      said.push(error.stack ?? error.message);
      this.crashes.push(`${who}: ${error.message}`);
    });
  }
}
