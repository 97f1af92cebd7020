import { messageText } from './message-text.js';

const URL_OF_PRODUCT = 'https://lianban.example';

const item = {
  caseId: 'c',
  caseNo: '2026-000109',
  clockName: { zh: '消防证明核验', en: 'Fire document' },
  ladder: 'L-SHORT',
  level: 'L1',
  action: { zh: '提醒', en: 'reminder' },
  dueAt: '2026-03-05T09:30:00Z',
};

describe('the text of a message', () => {
  it('says number, clock, level and local time, and names no institution', () => {
    const { subject, text } = messageText(
      {
        notices: [
          {
            kind: 'rung',
            at: '2026-03-05T09:30:00Z',
            about: item,
            case: { id: 'c', no: '2026-000109', title: '某托育园' },
          },
        ],
      },
      URL_OF_PRODUCT,
    );
    expect(subject).toContain('1');
    expect(text).toContain(
      '2026-000109 · 消防证明核验 Fire document · L-SHORT L1 · 截止 due 2026-03-05 17:30',
    );
    expect(text).not.toContain('某托育园');
  });

  it('names what a list names', () => {
    const { text } = messageText(
      {
        notices: [{ kind: 'rungs', at: '2026-03-05T09:30:00Z', about: { count: 2, items: [item, item] } }],
      },
      URL_OF_PRODUCT,
    );
    expect(text.match(/ {2}- 2026-000109/g)).toHaveLength(2);
  });

  it('says of an emergency its order, its places and how many clocks stand still', () => {
    const about = {
      document: '岱防指〔2026〕5号',
      places: [
        { zh: '岱山县', en: 'Daishan' },
        { zh: '嵊泗县', en: 'Shengsi' },
      ],
      count: 3,
      until: '2026-11-27T10:00:00Z',
    };
    const { text } = messageText(
      { notices: [{ kind: 'emergency-entered', at: '2026-11-25T01:00:00Z', about }] },
      URL_OF_PRODUCT,
    );
    expect(text).toContain(
      '停办期间时限中止 Emergency: time limits stand still: 岱防指〔2026〕5号 · 岱山县 Daishan、嵊泗县 Shengsi · 3项时限 3 time limit(s) · 至 until 2026-11-27 18:00',
    );
  });

  it('gives a digest as counts with links into the scope of its reader', () => {
    const { subject, text, shortText } = messageText(
      {
        notices: [],
        content: {
          kind: 'digest',
          period: 'weekly',
          district: { code: '330902', name: { zh: '定海区', en: 'Dinghai' } },
          overdue: 3,
          dueToday: 1,
          dueSoon: 2,
          orders: 4,
        },
      },
      URL_OF_PRODUCT,
    );
    expect(subject).toContain('超期3');
    expect(text).toContain('Overdue: 3  https://lianban.example/board/tasks?list=overdue&district=330902');
    expect(text).toContain('Orders waiting: 4  https://lianban.example/orders');
    expect(shortText).toContain('超期3');
  });
});
