import { emptyFields, lacking, requestOf } from './act-fields.js';

describe('what an act on an order asks for', () => {
  it('names what is missing', () => {
    expect(lacking('serve', { ...emptyFields, receivedBy: '  ' })).toEqual(['way', 'receivedBy']);
    expect(lacking('strike-off', emptyFields)).toEqual([]);
    expect(lacking('answer', emptyFields)).toEqual(['words']);
  });

  it('becomes a request: times are those of China, papers one a line, what is empty stays away', () => {
    const fields = {
      ...emptyFields,
      words: ' 已办结 ',
      papers: '情况说明\n\n 照片 ',
      way: 'in-person' as const,
      receivedBy: '张某',
      servedAt: '2026-03-02T10:00',
    };
    expect(requestOf('answer', fields)).toEqual({
      act: 'answer',
      words: '已办结',
      papers: ['情况说明', '照片'],
    });
    expect(requestOf('serve', fields)).toEqual({
      act: 'serve',
      way: 'in-person',
      receivedBy: '张某',
      servedAt: '2026-03-02T10:00:00+08:00',
    });
    expect(requestOf('strike-off', emptyFields)).toEqual({ act: 'strike-off' });
  });
});
