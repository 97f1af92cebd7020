import { type AppException, type Result, conflict, denied, err, ok } from '@lianban/kernel';

/**
 * A paper that demands something of a unit: 督办单, a letter 催办通知 with a duty to answer, and 通报, which demands
 * nothing more and is closed once it was taken notice of.
 */
export type OrderKind = 'supervision-order' | 'reminder-letter' | 'criticism';

/**
 * Papers that demand the work itself. One that was never issued falls with the obligation: once the work is done or called
 * off nothing is left to demand. A 通报 tells what has happened and stays.
 */
export const KINDS_DEMANDING_WORK: readonly OrderKind[] = ['supervision-order', 'reminder-letter'];

export type OrderState =
  | 'drafted'
  | 'withdrawn'
  | 'issued'
  | 'served'
  | 'acknowledged'
  | 'answered'
  | 'sent-back'
  | 'accepted'
  | 'struck-off';

/** 签发, 送达, 签收, 反馈, 审核 (accepted or sent back), 销号; a draft may be withdrawn (撤销拟稿). */
export type OrderAct =
  'withdraw' | 'issue' | 'serve' | 'acknowledge' | 'answer' | 'send-back' | 'accept' | 'strike-off';

export interface OrderFacts {
  readonly kind: OrderKind;
  readonly state: OrderState;
  readonly issuingOffice: string;
  readonly addressedOffice: string;
  /** The unit is led from above (垂直管理): only the convenor may address it. */
  readonly viaConvenor: boolean;
  /** Absent where the system drafted it. */
  readonly draftedBy?: string;
}

/** Who acts, with the posts held in the issuing office. */
export interface OrderActor {
  readonly id: string;
  readonly officeIds: readonly string[];
  readonly issuingPosts: readonly string[];
}

type Step = Readonly<{ from: readonly OrderState[]; to: OrderState; side: 'issuer' | 'addressee' }>;

const STEPS: Readonly<Record<OrderAct, Step>> = {
  withdraw: { from: ['drafted'], to: 'withdrawn', side: 'issuer' },
  issue: { from: ['drafted'], to: 'issued', side: 'issuer' },
  serve: { from: ['issued'], to: 'served', side: 'issuer' },
  acknowledge: { from: ['served'], to: 'acknowledged', side: 'addressee' },
  answer: { from: ['acknowledged', 'sent-back'], to: 'answered', side: 'addressee' },
  'send-back': { from: ['answered'], to: 'sent-back', side: 'issuer' },
  accept: { from: ['answered'], to: 'accepted', side: 'issuer' },
  'strike-off': { from: ['accepted'], to: 'struck-off', side: 'issuer' },
};

const ACTS = Object.keys(STEPS) as readonly OrderAct[];

/** The state after the act, or why it is refused. */
export const judgeOrderAct = (
  order: OrderFacts,
  act: OrderAct,
  actor: OrderActor,
): Result<OrderState, AppException> => {
  const { side, to } = STEPS[act];
  const office = side === 'issuer' ? order.issuingOffice : order.addressedOffice;
  if (!actor.officeIds.includes(office)) {
    return err(
      denied('ORDERS.NOT_YOUR_OFFICE', 'This act is for the other office.', { details: { office } }),
    );
  }
  if (!startsFrom(order, act).includes(order.state)) {
    return err(conflict('ORDERS.NOT_NOW', `It is ${order.state}.`, { details: { state: order.state, act } }));
  }
  return act === 'issue' ? (mayNotIssue(order, actor) ?? ok(to)) : ok(to);
};

/** What this person may do now. */
export const orderActsOf = (order: OrderFacts, actor: OrderActor): readonly OrderAct[] =>
  ACTS.filter((act) => judgeOrderAct(order, act, actor).ok);

const startsFrom = ({ kind }: OrderFacts, act: OrderAct): readonly OrderState[] => {
  // 通报 asks for no answer: taking notice of it is all.
  if (kind === 'criticism') {
    if (act === 'answer') return [];
    if (act === 'strike-off') return ['acknowledged'];
  }
  return STEPS[act].from;
};

const mayNotIssue = (order: OrderFacts, actor: OrderActor): Result<never, AppException> | undefined => {
  // 双人: who drafted an order or a criticism doesn't issue it; what the system drafted needs one person.
  if (order.kind !== 'reminder-letter' && order.draftedBy === actor.id) {
    return err(denied('ORDERS.FOUR_EYES', 'Somebody other than the drafter issues it.'));
  }
  const convenorOnly = order.kind === 'criticism' || order.viaConvenor;
  if (convenorOnly && !actor.issuingPosts.includes('convenor')) {
    return err(denied('ORDERS.CONVENOR_ISSUES', 'Only the convenor issues this one.'));
  }
  return undefined;
};

/** Whether an answer is owed in this state: its deadline runs. */
export const awaitsAnswer = ({ kind, state }: Pick<OrderFacts, 'kind' | 'state'>): boolean =>
  kind !== 'criticism' && (state === 'served' || state === 'acknowledged' || state === 'sent-back');

/** Kinds that also come as a text (DOCX), for the office to put into its own papers. */
export const comesAsText = (kind: string): boolean => kind === 'supervision-order' || kind === 'criticism';
