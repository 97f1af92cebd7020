import { readValues } from './read-values.js';

describe('an answer typed by hand', () => {
  it.each([
    ['', {}],
    ['publishedUrl: https://x.example/a:b', { publishedUrl: 'https://x.example/a:b' }],
    ['hit：false\n\n count : 3', { hit: false, count: 3 }],
    ['receiptNo: 0042', { receiptNo: '0042' }],
    ['{"a": [1]}', { a: [1] }],
  ])('%j', (text, answer) => {
    expect(readValues(text)).toEqual(answer);
  });

  it.each(['{"a": ', 'just words', 'a: 1\nwords'])('%j is neither JSON nor lines', (text) => {
    expect(readValues(text)).toBeUndefined();
  });
});
