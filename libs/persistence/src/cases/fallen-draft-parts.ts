import type { CaseChanges } from '@lianban/application';
import { KINDS_DEMANDING_WORK } from '@lianban/domain';
import { OBLIGATION_ENDED } from '../orders/order.sql.js';
import { type Part, rowsOf } from './apply-part.js';

const endsClocks = ({ clocks }: CaseChanges): boolean =>
  clocks.some(({ state }) => state !== 'running' && state !== 'stopped');

/**
 * Drafts that nobody issued and whose obligation ends with this step. Each part finds them by itself: all parts of a
 * statement see the drafts as they were before it.
 */
const FALLEN = `FROM p, ${rowsOf('clocks', 'id uuid, state text')} JOIN supervision_order o ON o.clock_id = r.id
  WHERE r.state NOT IN ('running', 'stopped') AND o.state = 'drafted'
    AND o.kind IN (${KINDS_DEMANDING_WORK.map((kind) => `'${kind}'`).join(', ')})`;

export const FALLEN_DRAFT_PARTS: readonly Part[] = [
  {
    key: 'drafts-fall',
    applies: endsClocks,
    sql: `UPDATE supervision_order d SET state = 'withdrawn', state_since = p.now FROM p WHERE d.id IN (SELECT o.id ${FALLEN})`,
  },
  {
    key: 'drafts-fall-step',
    applies: endsClocks,
    sql: `INSERT INTO supervision_order_step (order_id, seq, act, at, recorded_at, actor_kind, actor_id, actor_name, payload)
      SELECT o.id, 1 + (SELECT max(s.seq) FROM supervision_order_step s WHERE s.order_id = o.id), 'withdraw', p.now, p.now,
        'system', 'engine', '流程引擎', ${OBLIGATION_ENDED} ${FALLEN}`,
  },
  {
    key: 'drafts-fall-trail',
    applies: endsClocks,
    sql: `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, office_id, case_id, object_kind, object_id, after)
      SELECT uuidv7(), p.tenant, p.now, 'order.withdraw', 'system', 'engine', '流程引擎', o.issuing_office, o.case_id,
        'order', o.id::text, ${OBLIGATION_ENDED} || jsonb_build_object('state', 'withdrawn') ${FALLEN}`,
  },
];
