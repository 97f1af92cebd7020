import type { Ladder, LadderUse } from '@lianban/domain';

/** A row of the first version says neither what its rungs do nor which clocks it is made for. */
export const ladderOf = (row: { readonly body: unknown; readonly effectiveFrom: Date | null }): Ladder => {
  const body = row.body as Ladder;
  return {
    ...body,
    serves: body.serves ?? FIRST_USES[body.code] ?? 'default-long',
    rungs: body.rungs.map((rung) => ({ ...rung, acts: rung.acts ?? [{ kind: 'remind' }] })),
    ...(row.effectiveFrom ? { effectiveFrom: row.effectiveFrom.toISOString() } : {}),
  };
};

const FIRST_USES: Readonly<Record<string, LadderUse>> = {
  'L-LEGAL': 'statutory',
  'L-SHORT': 'default-short',
};
