const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 2026年3月2日, in China Standard Time. */
export const chineseDate = (instant: string): string => {
  const [year, month, day] = local(instant).slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};

/** 2026年3月2日17:30. */
export const chineseInstant = (instant: string): string =>
  `${chineseDate(instant)}${local(instant).slice(11, 16)}`;

const local = (instant: string): string => new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString();
