import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ladderContent } from '@lianban/contracts';
import { ladderProblems } from './ladder-problems.js';
import type { Ladder, Rung } from './ladder.js';

const folder = join(import.meta.dirname, '../../../../workflows/policy-packs/zhoushan-childcare/ladders');
const pack = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Ladder,
);

const rung = (level: string, offset: Rung['offset'], acts: Rung['acts'] = [{ kind: 'remind' }]): Rung => ({
  level,
  offset,
  action: { zh: '提醒', en: 'reminder' },
  acts,
  tell: [{ post: 'assignee', of: 'own-unit' }],
});
const found = (serves: Ladder['serves'], ...rungs: readonly Rung[]): readonly string[] =>
  ladderProblems({ serves, rungs: [...rungs] }).map(({ code, path }) => `${code} ${path}`);
const days = (count: number): Rung['offset'] => ({ kind: 'working-days', days: count });

describe('the ladders of the pack', () => {
  it('are the five, each for the clocks it is made for', () => {
    expect(pack.map(({ code, serves, rungs }) => `${code} ${serves} ${rungs.length}`).toSorted()).toEqual([
      'L-CRIT critical 7',
      'L-LEGAL statutory 7',
      'L-REPORT report 7',
      'L-SHORT default-short 7',
      'L-STD default-long 7',
    ]);
  });

  it.each(pack.map((ladder) => [ladder.code, ladder] as const))(
    '%s has its shape and no problem',
    (_, ladder) => {
      const { code, version, ...content } = ladder;
      expect(code).toMatch(/^L-/);
      expect(version).toBeGreaterThan(0);
      expect(ladderContent.safeParse(content).error?.issues ?? []).toEqual([]);
      expect(ladderProblems(ladder)).toEqual([]);
    },
  );
});

describe('a ladder is refused', () => {
  it('where a level is left out', () => {
    expect(found('default-long', rung('L0', days(-2)), rung('L2', days(1)))).toEqual([
      'LADDERS.LEVEL_OUT_OF_ORDER /rungs/1/level',
    ]);
  });

  it('where a rung lies before the one above it, on one line of time', () => {
    expect(
      found(
        'default-long',
        rung('L0', days(1)),
        rung('L1', { kind: 'breach' }),
        rung('L2', { kind: 'share', share: 0.8 }),
        rung('L3', { kind: 'share-left', share: 0.5 }),
      ),
    ).toEqual(['LADDERS.OFFSET_OUT_OF_ORDER /rungs/1/offset', 'LADDERS.OFFSET_OUT_OF_ORDER /rungs/3/offset']);
  });

  it('takes offsets that no length can compare', () => {
    expect(found('report', rung('L0', { kind: 'share', share: 0.8 }), rung('L1', days(-1)))).toEqual([]);
  });

  it('compares minutes with hours', () => {
    const after = (amount: number, unit: 'minute' | 'hour'): Rung['offset'] => ({
      kind: 'elapsed',
      amount,
      unit,
      from: 'start',
    });
    expect(found('critical', rung('L0', after(1, 'hour')), rung('L1', after(61, 'minute')))).toEqual([]);
    expect(found('critical', rung('L0', after(1, 'hour')), rung('L1', after(59, 'minute')))).toHaveLength(1);
  });

  it('where a statutory breach would not be entered, or a default would be entered as one', () => {
    const enters = rung('L0', { kind: 'breach' }, [{ kind: 'ledger-entry' }]);
    expect(found('statutory', rung('L0', { kind: 'breach' }))).toEqual(['LADDERS.BREACH_NOT_ENTERED /rungs']);
    expect(found('statutory', enters)).toEqual([]);
    expect(found('default-long', enters)).toEqual(['LADDERS.DEFAULT_ENTERED_AS_BREACH /rungs/0/acts']);
  });
});
