import {
  type OrderAct,
  type OrderFacts,
  type OrderState,
  judgeOrderAct,
  orderActsOf,
} from './supervision-order.js';

const order = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  kind: 'supervision-order',
  state: 'drafted',
  issuingOffice: 'joint',
  addressedOffice: 'health',
  viaConvenor: false,
  ...more,
});
const officer = { id: 'officer', officeIds: ['joint'], issuingPosts: ['joint-meeting-office'] };
const convenor = { id: 'convenor', officeIds: ['joint'], issuingPosts: ['convenor'] };
const clerk = { id: 'clerk', officeIds: ['health'], issuingPosts: [] };
const codeOf = (judged: ReturnType<typeof judgeOrderAct>): string =>
  judged.ok ? judged.value : judged.error.error.code;

describe('the life of a supervision order', () => {
  it('goes from the draft to being struck off, each side in its turn', () => {
    const life: readonly (readonly [OrderAct, typeof officer])[] = [
      ['issue', officer],
      ['serve', officer],
      ['acknowledge', clerk],
      ['answer', clerk],
      ['send-back', officer],
      ['answer', clerk],
      ['accept', officer],
      ['strike-off', officer],
    ];
    const end = life.reduce<OrderState>((state, [act, who]) => {
      const judged = judgeOrderAct(order({ state }), act, who);
      if (!judged.ok) throw judged.error;
      return judged.value;
    }, 'drafted');
    expect(end).toBe('struck-off');
  });

  it.each([
    ['drafted', ['withdraw', 'issue'], []],
    ['issued', ['serve'], []],
    ['served', [], ['acknowledge']],
    ['acknowledged', [], ['answer']],
    ['answered', ['send-back', 'accept'], []],
    ['sent-back', [], ['answer']],
    ['accepted', ['strike-off'], []],
    ['struck-off', [], []],
    ['withdrawn', [], []],
  ] as const)('offers in %s what can be done, and nothing else', (state, issuer, addressee) => {
    expect(orderActsOf(order({ state }), officer)).toEqual(issuer);
    expect(orderActsOf(order({ state }), clerk)).toEqual(addressee);
    expect(orderActsOf(order({ state }), { id: 'other', officeIds: ['fire'], issuingPosts: [] })).toEqual([]);
  });

  it('is not issued by who drafted it; a letter may be', () => {
    const own = order({ draftedBy: 'officer' });
    expect(codeOf(judgeOrderAct(own, 'issue', officer))).toBe('ORDERS.FOUR_EYES');
    expect(codeOf(judgeOrderAct(own, 'issue', convenor))).toBe('issued');
    expect(codeOf(judgeOrderAct({ ...own, kind: 'reminder-letter' }, 'issue', officer))).toBe('issued');
  });

  it('to a unit that is led from above is issued by the convenor alone, as is every criticism', () => {
    for (const one of [order({ viaConvenor: true }), order({ kind: 'criticism' })]) {
      expect(codeOf(judgeOrderAct(one, 'issue', officer))).toBe('ORDERS.CONVENOR_ISSUES');
      expect(codeOf(judgeOrderAct(one, 'issue', convenor))).toBe('issued');
    }
  });

  it('a criticism is taken notice of and closed, never answered', () => {
    const criticism = order({ kind: 'criticism', state: 'acknowledged' });
    expect(codeOf(judgeOrderAct(criticism, 'answer', clerk))).toBe('ORDERS.NOT_NOW');
    expect(codeOf(judgeOrderAct(criticism, 'strike-off', officer))).toBe('struck-off');
  });
});
