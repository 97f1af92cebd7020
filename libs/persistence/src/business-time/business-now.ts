import type { Tx } from '@lianban/application';
import { clientOf } from '../transaction/pg-unit-of-work.js';

/** Business time as the transaction sees it: once a row of its own is locked, no earlier than that. */
export const businessNow = async (tx: Tx): Promise<string> => {
  const { rows } = await clientOf(tx).query<{ now: Date }>({
    name: 'business-now',
    text: 'SELECT business_now() AS now',
  });
  const [row] = rows;
  if (!row) throw new Error('There is no business time.');
  return row.now.toISOString();
};
