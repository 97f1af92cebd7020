import * as fc from 'fast-check';
import type { Diagnostic } from '../diagnostic.js';
import { bpmnFile, planOf } from '../specimens/bpmn-file.js';
import { drawing, rootsOf } from '../specimens/drawing.js';
import { type Played, playOut, TooLarge } from '../specimens/exhaustive-play.js';
import { brokenBlocks, type Flows, tangles } from '../specimens/random-graph.js';
import { checkSoundness } from './check-soundness.js';

/** Of each of the two kinds. */
const MODELS = process.env['LIANBAN_LONG'] === '1' ? 2_500 : 100;
const PATIENCE = process.env['LIANBAN_LONG'] === '1' ? 20 * 60_000 : 60_000;

const isSeen = ({ code, elementId = '' }: Diagnostic, { stuck, doubled, endless }: Played): boolean => {
  switch (code) {
    case 'BPMN.DEADLOCK':
      // What is left over at a join may meet a second token there before all else has ended.
      return stuck.has(elementId) || doubled.has(elementId);
    case 'BPMN.LACK_OF_SYNCHRONISATION':
      // What is named may be the gateway at which the part begins that is done twice.
      return doubled.size > 0;
    default:
      // Where no end can be reached, a case may stop or multiply on its endless way.
      return endless || stuck.size > 0 || doubled.size > 0;
  }
};

/** Undefined where there is too much to play. */
const played = (play: () => Played): Played | undefined => {
  try {
    return play();
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
};

/** Judged and played the same way; answers whether the process could be played at all. */
const expectAgreement = async (flows: Flows): Promise<boolean> => {
  const plan = await planOf(bpmnFile(drawing(flows), rootsOf(flows)));
  const all = played(() => playOut(plan));
  if (!all) return false;
  const found = checkSoundness(plan);
  if (all.stuck.size === 0 && all.doubled.size === 0 && !all.endless) {
    expect(found).toEqual([]);
    return true;
  }
  expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  // What is wrong inside of a part may keep a case from coming to the next one: one of the findings must be seen.
  const shown = found.filter((each) => {
    const guided = played(() => playOut(plan, each.path));
    if (guided === undefined || isSeen(each, guided)) return true;
    // Of inclusive joins that may fire at one moment the checker lets each go first, the runtime the one that waits longest.
    const joins = (each.path ?? []).filter((id) => plan.nodes[id]?.type === 'inclusiveGateway');
    return new Set(joins).size > 1 && isSeen(each, all);
  });
  expect({ found, shown: shown.length > 0 }).toEqual({ found, shown: true });
  return true;
};

describe.each([
  ['graphs of gateways with ways ahead and back', tangles],
  ['blocks, some of them closed by another gateway or left by another way', brokenBlocks],
])('%s', (_, graphs) => {
  it(
    'are judged as playing them to all ends shows, and the path leads to what goes wrong',
    async () => {
      let tried = 0;
      await fc.assert(
        fc.asyncProperty(graphs, async (flows) => {
          if (await expectAgreement(flows)) tried += 1;
        }),
        { numRuns: MODELS },
      );
      expect(tried).toBeGreaterThan(MODELS * 0.8);
    },
    PATIENCE,
  );
});
