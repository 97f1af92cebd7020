import { z } from 'zod';
import { code, id, instant, line, paragraph } from './fields.js';

const text = z.strictObject({ zh: line(200), en: line(200) });

/** When a rung falls due. */
const rungOffset = z.discriminatedUnion('kind', [
  /** Working days relative to the due instant; halves allowed. */
  z.strictObject({ kind: z.literal('working-days'), days: z.number().multipleOf(0.5).min(-60).max(260) }),
  /** Share of the working time from start to due that is used, or that is left. */
  z.strictObject({ kind: z.literal('share'), share: z.number().gt(0).lte(1) }),
  z.strictObject({ kind: z.literal('share-left'), share: z.number().gte(0).lt(1) }),
  /** Minutes or hours that run day and night. */
  z.strictObject({
    kind: z.literal('elapsed'),
    amount: z.number().int().min(0).max(10_000),
    unit: z.enum(['minute', 'hour']),
    from: z.enum(['start', 'due']),
  }),
  /** The due instant itself. */
  z.strictObject({ kind: z.literal('breach') }),
]);

const plainCondition = z.discriminatedUnion('kind', [
  /** Nobody has acknowledged the clock, and a task of its step is unclaimed. */
  z.strictObject({ kind: z.literal('not-acknowledged') }),
  /** The case has, or does not have, a milestone of this name. */
  z.strictObject({ kind: z.literal('recorded'), milestone: code }),
  z.strictObject({ kind: z.literal('not-recorded'), milestone: code }),
  /** This is at least the so-many-th miss of the same clock in the same district: in a row, or within a year. */
  z.strictObject({ kind: z.literal('misses'), count: z.number().int().min(2).max(12), inARow: z.boolean() }),
]);

/** What must hold when a rung falls due; a rung whose condition is false does not fire, and says so. */
const rungCondition = z.union([
  plainCondition,
  z.strictObject({ kind: z.literal('any'), of: z.array(plainCondition).min(2).max(5) }),
]);

/** Posts a rung may tell. The first six are held within a unit, the others by the place. */
export const LADDER_POSTS = [
  'assignee',
  'liaison',
  'clerk',
  'section-head',
  'deputy-head',
  'department-head',
  'duty-officer',
  'deputy-duty-officer',
  'convenor',
  'joint-meeting-office',
  'government-supervision',
  'government-duty',
] as const;

/** Posts of a unit from the desk upwards. */
const UPWARDS = ['clerk', 'section-head', 'deputy-head', 'department-head'] as const;
const upwardsFrom = (post: (typeof UPWARDS)[number]) => UPWARDS.slice(UPWARDS.indexOf(post));

/**
 * Who is told where a post is vacant, in order, the post itself first. Behind the last one, and behind every post of
 * the place, stands the officer of the joint-meeting office.
 */
export const LADDER_LINES: Readonly<Record<LadderPost, readonly LadderPost[]>> = {
  assignee: upwardsFrom('clerk'),
  liaison: ['liaison', ...upwardsFrom('clerk')],
  clerk: upwardsFrom('clerk'),
  'section-head': upwardsFrom('section-head'),
  'deputy-head': upwardsFrom('deputy-head'),
  'department-head': upwardsFrom('department-head'),
  'duty-officer': ['duty-officer', 'deputy-duty-officer', ...upwardsFrom('section-head')],
  'deputy-duty-officer': ['deputy-duty-officer', ...upwardsFrom('section-head')],
  convenor: ['convenor'],
  'joint-meeting-office': ['joint-meeting-office'],
  'government-supervision': ['government-supervision'],
  'government-duty': ['government-duty'],
};

const addressee = z.strictObject({
  post: z.enum(LADDER_POSTS),
  of: z.enum(['own-unit', 'lead-unit', 'county', 'city']),
  /** A department by name, where it is not the unit that is late. */
  department: code.optional(),
});

/**
 * What a rung does besides telling. The engine drafts and proposes; letters, orders and criticism are issued by an
 * authorised person.
 */
const rungAct = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('remind'),
    channels: z
      .array(z.enum(['push', 'sms', 'call']))
      .min(1)
      .max(3)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('mark'), mark: z.enum(['due-soon', 'warning', 'overdue']) }),
  /** 催办通知 */
  z.strictObject({ kind: z.literal('letter') }),
  /** 督办单, to be answered within so many working days. */
  z.strictObject({
    kind: z.literal('supervision-order'),
    answerWithin: z.number().int().min(1).max(60),
  }),
  /** 责任追究台账 */
  z.strictObject({ kind: z.literal('ledger-entry') }),
  z.strictObject({
    kind: z.literal('agenda-item'),
    meeting: z.enum(['county', 'city']),
    session: z.enum(['ordinary', 'special']),
  }),
  /** Calls one after another, the next after so many minutes without an acknowledgement. */
  z.strictObject({ kind: z.literal('call-chain'), everyMinutes: z.number().int().min(1).max(120) }),
  /** 通报批评备选 */
  z.strictObject({ kind: z.literal('criticism-candidate') }),
  z.strictObject({ kind: z.literal('flash-report') }),
  /** What an authorised person may decide upon: 责任追究建议, 约谈, 年度考核扣分, 立案. */
  z.strictObject({
    kind: z.literal('proposal'),
    of: z.enum(['accountability-advice', 'talk', 'assessment-deduction', 'accountability-case']),
  }),
]);

const rung = z.strictObject({
  level: z.string().regex(/^L\d$/, 'not a level: L0 to L9'),
  offset: rungOffset,
  when: rungCondition.optional(),
  action: text,
  acts: z.array(rungAct).min(1).max(6),
  tell: z.array(addressee).min(1).max(8),
});

/** The clocks a ladder is made for. */
export const LADDER_USES = ['statutory', 'default-short', 'default-long', 'critical', 'report'] as const;

export const ladderCode = z.string().regex(/^L-[A-Z][A-Z0-9-]{1,20}$/, 'not the code of a ladder');

/** What people edit: a ladder without its version. */
export const ladderContent = z.strictObject({
  name: text,
  serves: z.enum(LADDER_USES),
  rungs: z.array(rung).min(1).max(10),
});

export type LadderUse = (typeof LADDER_USES)[number];
export type LadderContent = z.infer<typeof ladderContent>;
export type Rung = z.infer<typeof rung>;
export type RungOffset = z.infer<typeof rungOffset>;
export type RungCondition = z.infer<typeof rungCondition>;
export type RungAct = z.infer<typeof rungAct>;
export type LadderPost = (typeof LADDER_POSTS)[number];
export type Addressee = z.infer<typeof addressee>;

export const ladderParams = z.strictObject({ code: ladderCode });
/** `revision` is what the draft was read with: somebody else's later change is not overwritten. */
export const saveLadderDraftRequest = z.strictObject({
  content: ladderContent,
  revision: z.number().int().min(0),
});
export type SaveLadderDraftRequest = z.infer<typeof saveLadderDraftRequest>;

export const publishLadderRequest = z.strictObject({
  revision: z.number().int().min(1),
  /** Clocks that start from then on climb the new version. */
  effectiveFrom: instant,
  reason: paragraph(2000),
});
export type PublishLadderRequest = z.infer<typeof publishLadderRequest>;

/** Tries a ladder on clocks that have been: the draft as it is on the screen, on clocks started in a span of time. */
export const dryRunLadderRequest = z.strictObject({
  content: ladderContent,
  since: instant,
  until: instant.optional(),
  after: id.optional(),
  limit: z.number().int().min(1).max(50).default(20),
});
export type DryRunLadderRequest = z.infer<typeof dryRunLadderRequest>;
