import type { OrderKind } from './supervision-order.js';

const SIGNS: Readonly<Record<OrderKind, string>> = {
  'supervision-order': '督',
  'reminder-letter': '催',
  criticism: '通',
};

/**
 * The series of the papers of an issuing office (发文字号): 舟定督 for orders of Dinghai. A county is named by its first
 * character; the city by none; a zone in full, as its first character may be that of a county (普陀山, 普陀).
 *
 * @param place Chinese name of the district; absent for the city.
 */
export const orderSeries = (kind: OrderKind, place?: string): string =>
  `舟${place === undefined ? '' : place.replace(/^(.).[区县]$/u, '$1')}${SIGNS[kind]}`;
