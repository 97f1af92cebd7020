import { existsSync } from 'node:fs';
import { onPath } from './on-path.mjs';
import { Sentence } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

const names = /** @type {const} */ ([
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]);

/**
 * A Chromium for end-to-end tests: `CHROME_BIN`, PATH, else the system's package manager (with Chinese letters).
 * @returns {Promise<string>}
 */
export async function browser() {
  const told = process.env['CHROME_BIN'];
  if (told && existsSync(told)) return told;
  if (told)
    throw new Sentence(
      `CHROME_BIN=${told} does not exist: correct it, or unset it to have a browser looked for.`,
      `CHROME_BIN=${told} 不存在：请更正，或取消该变量以自动查找浏览器。`,
    );
  const found = onPath(...names);
  if (found) return found;
  const packages = {
    apt: ['chromium', 'fonts-noto-cjk'],
    dnf: ['chromium', 'google-noto-sans-cjk-fonts'],
    apk: ['chromium', 'font-noto-cjk'],
  };
  await installSystemPackages(packages, 'browser');
  const installed = onPath(...names);
  if (installed) return installed;
  throw new Sentence(
    'The end-to-end tests need Chromium, which is missing and could not be installed: install chromium or set CHROME_BIN, or leave them out with npm test -- --no-browser.',
    '端到端测试需要 Chromium，但未找到且无法自动安装：请安装 chromium 或设置 CHROME_BIN，或用 npm test -- --no-browser 跳过。',
  );
}
