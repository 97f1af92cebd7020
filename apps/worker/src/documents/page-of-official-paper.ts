/** Points (1 mm = 2.835): A4 with the margins of official papers (GB/T 9704: 37 mm above, 28 mm left). */
export const PAGE = { width: 595, height: 842 } as const;
export const MARGINS = { top: 105, left: 79, right: 74, bottom: 99 } as const;
/** 二号 for the title, 三号 for the body. */
export const TITLE_SIZE = 22;
export const BODY_SIZE = 16;

/** What stands in the seal place until it is stamped. */
export const SEAL_PLACE = '（印章）';
