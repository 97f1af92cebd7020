import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a person needs after the start: where to go and as whom.
 * @param {string} url
 * @param {string} folder
 * @param {Record<string, string>} [servers] names and addresses
 */
export function welcome(url, folder, servers = {}) {
  const lines = ['', `  联办 Lianban  →  ${url}`, ''];
  const logins = join(folder, 'demo-logins.json');
  if (existsSync(logins)) {
    /** @type {{username: string, password: string, zh: string, en: string}[]} */
    const people = JSON.parse(readFileSync(logins, 'utf8'));
    lines.push('  演示账号 demo logins (username / password)');
    for (const { username, password, zh, en } of people)
      lines.push(`    ${username.padEnd(20)} ${password.padEnd(14)} ${zh} · ${en}`);
    lines.push('');
  }
  for (const [name, address] of Object.entries(servers)) lines.push(`  ${name.padEnd(12)} ${address}`);
  lines.push(`  ${'data'.padEnd(12)} ${folder}`, '');
  console.log(lines.join('\n'));
}
