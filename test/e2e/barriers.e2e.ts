import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';
import { pushedRegistration } from './people/pushed-registration.js';

type Visit = readonly [path: string, sign: string];

interface Prepared {
  readonly taskId: string;
  readonly caseId: string;
  readonly definitionId: string;
  readonly uscc: string;
}

/** Everybody's main pages, each with what shows that it is there. */
const rounds: readonly (readonly [who: string, visits: (of: Prepared) => readonly Visit[]])[] = [
  [
    'health.dinghai',
    ({ taskId }) => [
      ['/inbox', '.inbox-row'],
      [`/inbox/${taskId}`, '.act-bar'],
      ['/cases', 'tbody tr'],
    ],
  ],
  [
    'market-regulation.dinghai.registrar',
    () => [
      ['/registry', 'h1'],
      ['/registry/new', 'h1'],
      ['/registry/import', 'h1'],
    ],
  ],
  [
    'supervisor.dinghai',
    ({ caseId }) => [
      ['/board', '.board-number'],
      ['/board/tasks', 'h1'],
      ['/board/without-case', 'h1'],
      [`/cases/${caseId}`, '[role="tab"]'],
      ['/orders', '[role="tab"], .blank'],
      ['/orders/agenda', '.blank, .records'],
      ['/scorecards', '.blank, .records'],
      ['/ladders', '.records'],
      ['/ladders/L-STD', '.records'],
      ['/trail', '.panel'],
      ['/incidents', '.blank'],
    ],
  ],
  [
    'admin',
    ({ definitionId }) => [
      ['/processes', '.records'],
      [`/processes/${definitionId}`, '.djs-element'],
      ['/processes/publish', '.file-drop'],
      ['/calendars', '.year-grid'],
      ['/calendars/national/CN', '.year-grid'],
      ['/intake', '.blank'],
      ['/intake/all', '.records'],
      ['/intake/refused', '.blank'],
      ['/templates', '.records'],
      ['/templates/supervision-order', '.template-paper'],
      ['/ladders/L-STD', '.records'],
    ],
  ],
];

describe('barriers to people (WCAG 2.2 AA)', () => {
  const { stage, scene } = onStage();
  const prepared: { of?: Prepared } = {};
  beforeAll(async () => {
    const nursery = await pushedRegistration(stage.city);
    await nursery.toCompleteness();
    const { id, caseId } = await nursery.at('step_5');
    const { definitionId } = await nursery.caseFile();
    prepared.of = { taskId: id, caseId, definitionId, uscc: nursery.row.uscc };
  }, 180_000);

  for (const language of ['zh', 'en'] as const) {
    scene(`none on signing in, in ${language}`, async ({ screens }) => {
      const page = await screens.visitor('/', { language });
      await page.locator('.demo-cards button').first().waitFor();
      expect(await barriersOn(page)).toEqual([]);
    });

    for (const [who, visits] of [
      ...rounds,
      ['the institution', () => [['/portal', '.papers, .blank, h2']]] as const,
    ] as const) {
      scene(`none on the pages of ${who}, in ${language}`, async ({ screens }) => {
        const of = prepared.of;
        if (of === undefined) throw new Error('the pages were not prepared');
        const found: Record<string, readonly string[]> = {};
        const page = await screens.person(who === 'the institution' ? of.uscc : who, '/', { language });
        for (const [path, sign] of visits(of)) {
          await page.goto(path);
          await page.locator(sign).first().waitFor();
          await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
          const barriers = await barriersOn(page);
          if (barriers.length > 0) found[path] = barriers;
        }
        expect(found).toEqual({});
      });
    }
  }
});
