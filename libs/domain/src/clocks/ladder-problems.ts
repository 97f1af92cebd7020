import type { Ladder, LocalizedText, Rung } from './ladder.js';

/** Why a ladder cannot be published, at its place. */
export interface LadderProblem extends LocalizedText {
  /** RFC 6901, within the content of the ladder. */
  readonly path: string;
  readonly code: string;
}

/**
 * What the shape of a ladder cannot say. Levels rise by one; offsets of the same kind rise too: an offset that lies
 * before the one above it would never come at its own time, because rungs keep their order.
 */
export const ladderProblems = (ladder: Pick<Ladder, 'rungs' | 'serves'>): readonly LadderProblem[] => [
  ...ladder.rungs.flatMap(levelProblems),
  ...ladder.rungs.flatMap((rung, index) => orderProblems(rung, ladder.rungs.slice(0, index), index)),
  ...(ladder.serves === 'statutory' ? statutoryProblems(ladder.rungs) : defaultProblems(ladder.rungs)),
];

const levelProblems = ({ level }: Rung, index: number): readonly LadderProblem[] =>
  level === `L${index}`
    ? []
    : [
        {
          path: `/rungs/${index}/level`,
          code: 'LADDERS.LEVEL_OUT_OF_ORDER',
          zh: `此级应为 L${index}，现为 ${level}：级别从 L0 起逐级递增。`,
          en: `This rung should be L${index} and is ${level}: levels rise from L0, one by one.`,
        },
      ];

/** Place of an offset on the line of its kind; offsets of different kinds cannot be compared for every length. */
const placeOf = ({ offset }: Rung): { readonly line: string; readonly at: number } => {
  switch (offset.kind) {
    case 'breach':
      return { line: 'due', at: 0 };
    case 'working-days':
      return { line: 'due', at: offset.days };
    case 'share':
      return { line: 'share', at: offset.share };
    case 'share-left':
      return { line: 'share', at: 1 - offset.share };
    case 'elapsed':
      return {
        line: `elapsed from ${offset.from}`,
        at: offset.unit === 'hour' ? offset.amount * 60 : offset.amount,
      };
  }
};

const orderProblems = (rung: Rung, before: readonly Rung[], index: number): readonly LadderProblem[] => {
  const { line, at } = placeOf(rung);
  const later = before.find((one) => {
    const place = placeOf(one);
    return place.line === line && place.at > at;
  });
  return later === undefined
    ? []
    : [
        {
          path: `/rungs/${index}/offset`,
          code: 'LADDERS.OFFSET_OUT_OF_ORDER',
          zh: `${rung.level} 的时点早于 ${later.level}：各级按顺序触发，此时点永远不会按自己的时间到来。`,
          en: `${rung.level} lies before ${later.level}: rungs keep their order, so it would never come at its own time.`,
        },
      ];
};

/** 违反法定时限 is always entered, and the entry is the breach's own rung. */
const statutoryProblems = (rungs: readonly Rung[]): readonly LadderProblem[] =>
  rungs.some(
    ({ acts, offset }) => offset.kind === 'breach' && acts.some(({ kind }) => kind === 'ledger-entry'),
  )
    ? []
    : [
        {
          path: '/rungs',
          code: 'LADDERS.BREACH_NOT_ENTERED',
          zh: '法定时限阶梯须有一级在到期时点记入责任追究台账。',
          en: 'A ladder of statutory periods needs a rung at the due instant with an accountability entry.',
        },
      ];

/** A default of the house is never a breach of law: nothing is entered at the instant it runs out. */
const defaultProblems = (rungs: readonly Rung[]): readonly LadderProblem[] =>
  rungs.flatMap(({ acts, offset, level }, index) =>
    offset.kind === 'breach' && acts.some(({ kind }) => kind === 'ledger-entry')
      ? [
          {
            path: `/rungs/${index}/acts`,
            code: 'LADDERS.DEFAULT_ENTERED_AS_BREACH',
            zh: `${level}：内部时限到期不是违法，到期时点不得记入责任追究台账；可在其后的级别记入“逾期”。`,
            en: `${level}: running out of a default is no breach of law, so nothing is entered in the accountability ledger at that instant; a later rung may enter it as late.`,
          },
        ]
      : [],
  );
