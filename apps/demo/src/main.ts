import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { play, stories } from './play.js';
import { Difference } from './public-api/difference.js';
import { withWeekday } from './stage/local-time.js';
import type { PlayedStep } from './stage/played-step.js';

/**
 * `node apps/demo/dist/main.js [letters of stories]`: plays them against a running product and leaves with a code other
 * than zero where something is not as the domain brief says.
 *
 * LIANBAN_URL    where it answers; its database must allow business time to be moved and stand at the beginning
 * LIANBAN_DATA   its data folder, where the secrets of the sources of events are
 * LANG           Chinese or English
 */
const { LIANBAN_URL: url, LIANBAN_DATA: dataFolder, LANG, LC_ALL } = process.env;
if (url === undefined || dataFolder === undefined)
  throw new Error('LIANBAN_URL and LIANBAN_DATA name no running demo');
const language = (LC_ALL ?? LANG ?? '').startsWith('zh') ? 'zh' : 'en';
const words = {
  zh: {
    due: '期限',
    done: (count: number, steps: number) => `全部与领域说明一致：${count} 个故事，${steps} 步。`,
    differs: '与领域说明不符',
  },
  en: {
    due: 'due',
    done: (count: number, steps: number) => `All as the domain brief says: ${count} stories, ${steps} steps.`,
    differs: 'Not as the domain brief says',
  },
}[language];

const wanted = process.argv.slice(2);
const chosen = stories.filter(({ code }) => wanted.length === 0 || wanted.includes(code));

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const show = ({ story, at, who, what, due }: PlayedStep): void => {
  const until = due === undefined ? '' : `  [${words.due} ${withWeekday(due, language)}]`;
  print(`${story}  ${withWeekday(at, language)}  ${who[language]} — ${what[language]}${until}`);
};

const secretOf = async (source: string): Promise<string> => {
  const text = await readFile(join(dataFolder, 'event-sources.json'), 'utf8');
  const sources = JSON.parse(text) as readonly { readonly source: string; readonly secret: string }[];
  const found = sources.find((entry) => entry.source === source);
  if (found === undefined) throw new Error(`there is no source ${source}`);
  return found.secret;
};

for (const { code, title } of chosen) print(`${code}  ${title[language]}`);
print('');
try {
  const site = { url, secretOf, patience: 60_000 };
  const steps = await play({ stories: chosen, site, onStep: show });
  print(`\n${words.done(chosen.length, steps.length)}`);
} catch (failure) {
  if (!(failure instanceof Difference)) throw failure;
  print(`\n${words.differs}: ${failure.message}`);
  process.exitCode = 1;
}
