import { toDayNumber } from './civil-date.js';

/**
 * 春节 (the first day of the lunar year), 清明, 端午 and 中秋 of each year. A table, because the count of a deadline must
 * be the same in every process for ever, whatever calendar its runtime carries.
 */
const MOVING: Readonly<Record<number, string>> = {
  2024: '02-10 04-04 06-10 09-17',
  2025: '01-29 04-04 05-31 10-06',
  2026: '02-17 04-05 06-19 09-25',
  2027: '02-07 04-05 06-09 09-15',
  2028: '01-26 04-04 05-28 10-03',
  2029: '02-13 04-04 06-16 09-22',
  2030: '02-02 04-05 06-05 09-12',
  2031: '01-23 04-05 06-24 10-01',
  2032: '02-11 04-04 06-12 09-19',
  2033: '01-31 04-04 06-01 09-08',
  2034: '02-19 04-05 06-20 09-27',
  2035: '02-08 04-05 06-10 09-16',
  2036: '01-28 04-04 05-30 10-04',
  2037: '02-15 04-04 06-18 09-24',
  2038: '02-04 04-05 06-07 09-13',
  2039: '01-24 04-05 05-27 10-02',
  2040: '02-12 04-04 06-14 09-20',
  2041: '02-01 04-04 06-03 09-10',
  2042: '01-22 04-04 06-22 09-28',
  2043: '02-10 04-05 06-11 09-17',
  2044: '01-30 04-04 05-31 10-05',
  2045: '02-17 04-04 06-19 09-25',
  2046: '02-06 04-04 06-08 09-15',
  2047: '01-26 04-05 05-29 10-04',
  2048: '02-14 04-04 06-15 09-22',
  2049: '02-02 04-04 06-04 09-11',
  2050: '01-23 04-04 06-23 09-30',
};

/** 元旦, 劳动节 and 国庆节. */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/**
 * The statutory days off of a year (全国年节及纪念日放假办法, as amended from 2025): thirteen, without the make-up days
 * around them, which only the notice of a year can give. Enough to count by until that notice comes; beyond 2050
 * the fixed days alone.
 */
export const statutoryDays = (year: number): readonly number[] => {
  const day = (monthAndDay: string): number => toDayNumber(`${year}-${monthAndDay}`);
  const fixed = FIXED.map(day);
  const [spring, ...others] = (MOVING[year]?.split(' ') ?? []).map(day);
  if (spring === undefined) return fixed;
  // 除夕 through the third day of the new year.
  return [...fixed, spring - 1, spring, spring + 1, spring + 2, ...others];
};
