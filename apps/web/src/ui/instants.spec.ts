import { dateText, dateTimeText, dayKey, dueGroup } from './instants.js';

const monday = new Date('2026-03-02T08:30:00+08:00');

describe('instants', () => {
  it('counts days in office time, not in the time of the computer', () => {
    expect(dayKey('2026-03-01T17:00:00Z')).toBe('2026-03-02');
  });

  it('carries the weekday in both languages and the year only where it differs', () => {
    expect(dateTimeText('zh', '2026-03-05T17:30:00+08:00', monday)).toBe('3月5日 周四 17:30');
    expect(dateTimeText('en', '2026-03-05T17:30:00+08:00', monday)).toBe('Thu 5 Mar 17:30');
    expect(dateText('en', '2027-01-04T09:00:00+08:00', monday)).toBe('Mon 4 Jan 2027');
  });

  it.each([
    ['overdue', { mark: 'overdue', dueAt: '2026-03-20T17:30:00+08:00' }],
    ['waiting', { mark: 'paused', dueAt: '2026-03-02T17:30:00+08:00' }],
    ['today', { mark: 'due-soon', dueAt: '2026-03-02T17:30:00+08:00' }],
    ['week', { mark: 'none', dueAt: '2026-03-08T23:30:00+08:00' }],
    ['later', { mark: 'none', dueAt: '2026-03-09T08:30:00+08:00' }],
    ['later', { mark: 'none' }],
  ])('groups as %s', (group, row) => {
    expect(dueGroup(row, monday)).toBe(group);
  });
});
