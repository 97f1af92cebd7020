import { fillTemplate, templateProblems } from './document-template.js';

describe('the words of a document', () => {
  it('are filled, with lists numbered and what is missing left out', () => {
    const body = '办件{{caseNo}}尚缺：\n{{missing}}\n备案托位数：{{places}}个。\n请补正。';
    expect(fillTemplate(body, { caseNo: 'W01-1', missing: ['备案书', '场地证明'] })).toEqual([
      '办件W01-1尚缺：',
      '1. 备案书',
      '2. 场地证明',
      '请补正。',
    ]);
  });

  it('joins a list within a sentence', () => {
    expect(fillTemplate('尚缺{{missing}}。', { missing: ['甲', '乙'] })).toEqual(['尚缺甲、乙。']);
  });

  it('does not fill a value that looks like a placeholder', () => {
    expect(fillTemplate('{{subject}}', { subject: '{{caseNo}}', caseNo: '1' })).toEqual(['{{caseNo}}']);
  });

  it('refuses what cannot be filled, at its place', () => {
    expect(templateProblems('第一行\n办件{{caseNo}}、{{casNo}}，{{due', ['caseNo'])).toEqual([
      { line: 2, column: 14, found: '{{casNo}}', code: 'TEMPLATES.UNKNOWN_PLACEHOLDER' },
      { line: 2, column: 24, found: '{{', code: 'TEMPLATES.BROKEN_PLACEHOLDER' },
    ]);
    expect(templateProblems('没有占位符', [])).toEqual([]);
  });
});
