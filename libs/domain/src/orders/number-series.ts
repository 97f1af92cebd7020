import type { OrderKind } from './supervision-order.js';

const KINDS: Readonly<Record<OrderKind, string>> = {
  'supervision-order': '督',
  'reminder-letter': '催',
  criticism: '通',
};

/** The series of the papers of an issuing office (发文字号): 舟定督 for orders of Dinghai, whose sign (代字) is 舟定. */
export const orderSeries = (kind: OrderKind, sign: string): string => `${sign}${KINDS[kind]}`;
