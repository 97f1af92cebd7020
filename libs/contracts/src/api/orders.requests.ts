import { z } from 'zod';
import { code, id, instant, line, pageQuery, paragraph } from './fields.js';

export const ORDER_KINDS = ['supervision-order', 'reminder-letter', 'criticism'] as const;
export const ORDER_ACTS = [
  'withdraw',
  'issue',
  'serve',
  'acknowledge',
  'answer',
  'send-back',
  'accept',
  'strike-off',
] as const;
/** 系统送达, 直接送达, 留置送达, 邮寄送达, 公告送达. */
export const SERVICE_WAYS = ['in-system', 'in-person', 'left', 'post', 'public-notice'] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

/** Lists: drafts to issue, issued and not served, served and unanswered, answers to review, those to strike off, all. */
export const ORDER_LISTS = ['to-issue', 'to-serve', 'unanswered', 'to-review', 'open', 'closed'] as const;
export type OrderList = (typeof ORDER_LISTS)[number];

const days = z.number().int().min(1).max(60);

/** A paper drafted by a person. A criticism (通报) asks for no answer. */
export const draftOrderRequest = z
  .strictObject({
    kind: z.enum(ORDER_KINDS),
    caseId: id,
    office: code,
    subject: line(120),
    facts: paragraph(2000),
    demand: paragraph(2000),
    answerWithin: days.optional(),
  })
  .refine(({ kind, answerWithin }) => (kind === 'criticism') === (answerWithin === undefined), {
    path: ['answerWithin'],
    message: 'orders and letters say within how many working days, a criticism does not',
  });
export type DraftOrderRequest = z.infer<typeof draftOrderRequest>;

export const orderParams = z.strictObject({ id });

export const orderActRequest = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('withdraw'), words: paragraph(2000) }),
  z.strictObject({ act: z.literal('issue') }),
  z.strictObject({
    act: z.literal('serve'),
    /** When it was done; recorded apart from when it is written down. */
    servedAt: instant.optional(),
    way: z.enum(SERVICE_WAYS),
    receivedBy: line(120),
    receipt: line(200).optional(),
  }),
  z.strictObject({ act: z.literal('acknowledge') }),
  z.strictObject({
    act: z.literal('answer'),
    words: paragraph(4000),
    /** Papers that go with it, by number or name. */
    papers: z.array(line(200)).max(20).default([]),
  }),
  z.strictObject({ act: z.literal('send-back'), words: paragraph(2000), answerWithin: days }),
  z.strictObject({ act: z.literal('accept'), words: paragraph(2000) }),
  z.strictObject({ act: z.literal('strike-off'), words: paragraph(2000).optional() }),
]);
export type OrderActRequest = z.infer<typeof orderActRequest>;

export const listOrdersQuery = z.strictObject({
  list: z.enum(ORDER_LISTS).default('open'),
  case: id.optional(),
  ...pageQuery,
});
export type ListOrdersRequest = z.infer<typeof listOrdersQuery>;

export const agendaParams = z.strictObject({ id });
export const settleAgendaRequest = z.strictObject({ resolution: paragraph(2000) });
export type SettleAgendaRequest = z.infer<typeof settleAgendaRequest>;

export const TEMPLATE_KINDS = [
  'supplement-notice',
  'filing-receipt',
  'nonconformity-notice',
  'reminder-letter',
  'supervision-order',
  'criticism',
  'extension-notice',
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];
export const templateParams = z.strictObject({ kind: z.enum(TEMPLATE_KINDS) });
/** `version` is the one it was edited from: somebody else's later version is not passed over. */
export const saveTemplateRequest = z.strictObject({
  version: z.number().int().min(0),
  body: paragraph(8000),
  article: line(200),
});
export type SaveTemplateRequest = z.infer<typeof saveTemplateRequest>;
