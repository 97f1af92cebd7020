import type { InboxFilter } from '@lianban/application';
import { nameHolds } from '../cases/name-holds.js';
import { TASK_COLUMNS, TASK_JOINS } from '../tasks/task-row.js';

/** Cases that a search text may find before tasks are looked for; beyond it a person has to be more precise. */
const SEARCHED_CASES = 100;

export interface InboxStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * By the beginning of a number or a name, or anywhere in a name. One branch an index: joined by OR, they would be one
 * scan of all cases. The parameters: pattern of a beginning, the text escaped for a pattern, the text itself.
 */
const FOUND = (place: number): string => `found AS MATERIALIZED (SELECT id FROM (
  (SELECT id FROM case_file WHERE tenant = $1 AND case_no LIKE $${place} LIMIT ${SEARCHED_CASES})
  UNION (SELECT id FROM case_file WHERE tenant = $1 AND title LIKE $${place} LIMIT ${SEARCHED_CASES})
  UNION (SELECT id FROM case_file WHERE tenant = $1 AND ${nameHolds('title', `$${place + 1}`, `$${place + 2}`)}
    LIMIT ${SEARCHED_CASES})) f LIMIT ${SEARCHED_CASES})`;

/** Names the tenant even where no branch does: every query carries its own predicate, and the parameter its type. */
const NOW = `clock AS (SELECT business_now() AS now, $1::text AS tenant)`;

const AFTER_OPEN = (at: number): string => `(t.due_at, t.id) > ($${at}::timestamptz, $${at + 1}::uuid)`;

/**
 * The statement of a box. Open boxes walk a partial index in its own order, one branch an office, so that a page costs
 * a page however long the queue is.
 */
export const inboxStatement = (tenant: string, filter: InboxFilter): InboxStatement => {
  const { box, officeIds, userId, overdueOnly, limit } = filter;
  const text = filter.text;
  const values: unknown[] = [tenant];
  const add = (value: unknown): number => values.push(value);
  const conditions: string[] = [];
  let found = '';
  if (text !== undefined) {
    const plain = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
    const place = add(`${plain}%`);
    add(plain);
    add(text);
    found = `, ${FOUND(place)}`;
    conditions.push('t.case_id = ANY(ARRAY(SELECT id FROM found))');
  }
  if (filter.after) {
    const at = add(filter.after.at);
    add(filter.after.id);
    conditions.push(
      box === 'done' ? `(t.closed_at, t.id) < ($${at}::timestamptz, $${at + 1}::uuid)` : AFTER_OPEN(at),
    );
  }
  if (overdueOnly && box !== 'done') conditions.push('t.due_at < clock.now');
  const where = conditions.map((condition) => ` AND ${condition}`).join('');
  // The length of a page stands in the text, so that PostgreSQL sees what a plan for any caller costs and keeps it. Only
  // the searched text itself tells which index serves it: planned each time.
  const shape = `inbox-${box}-${limit}${filter.after ? '-after' : ''}${overdueOnly ? '-overdue' : ''}`;
  const name = text === undefined ? shape : undefined;
  const select = (source: string, order: string): string => `WITH ${NOW}${found}
    SELECT clock.now, ${TASK_COLUMNS} FROM clock LEFT JOIN LATERAL (${source}) t ON true ${TASK_JOINS} ORDER BY ${order}`;
  if (box === 'office') {
    const offices = add(officeIds);
    const branch = `SELECT t.* FROM task t WHERE t.office_id = wanted.id AND t.tenant = clock.tenant AND t.status = 'open'${where} ORDER BY t.due_at, t.id LIMIT ${limit}`;
    // What a search finds is sorted at once; without one, each office walks its own index.
    if (text !== undefined) {
      const all = `SELECT t.* FROM task t WHERE t.office_id = ANY($${offices}) AND t.tenant = clock.tenant AND t.status = 'open'${where} ORDER BY t.due_at, t.id LIMIT ${limit}`;
      return { name, text: select(all, 't.due_at, t.id'), values };
    }
    const source = `SELECT b.* FROM unnest($${offices}::text[]) AS wanted(id) CROSS JOIN LATERAL (${branch}) b ORDER BY b.due_at, b.id LIMIT ${limit}`;
    return { name, text: select(source, 't.due_at, t.id'), values };
  }
  if (box === 'mine' && filter.standsInFor !== undefined) {
    const people = add([userId, ...filter.standsInFor]);
    const branch = `SELECT t.* FROM task t WHERE t.assignee = wanted.id AND t.tenant = clock.tenant AND t.status = 'open'${where} ORDER BY t.due_at, t.id LIMIT ${limit}`;
    const source = `SELECT b.* FROM unnest($${people}::uuid[]) AS wanted(id) CROSS JOIN LATERAL (${branch}) b ORDER BY b.due_at, b.id LIMIT ${limit}`;
    return { name: name && `${name}-standing-in`, text: select(source, 't.due_at, t.id'), values };
  }
  const user = add(userId);
  if (box === 'mine') {
    const source = `SELECT t.* FROM task t WHERE t.assignee = $${user} AND t.tenant = clock.tenant AND t.status = 'open'${where} ORDER BY t.due_at, t.id LIMIT ${limit}`;
    return { name, text: select(source, 't.due_at, t.id'), values };
  }
  const source = `SELECT t.* FROM task t WHERE t.closed_by = $${user} AND t.tenant = clock.tenant AND t.status = 'completed'${where} ORDER BY t.closed_at DESC, t.id DESC LIMIT ${limit}`;
  return { name, text: select(source, 't.closed_at DESC, t.id DESC'), values };
};

/** Counts stop at a thousand: nobody reads further, and an exact count costs what it counts. */
export const COUNT_INBOX = `WITH clock AS (SELECT business_now() AS now),
  mine AS (SELECT count(*) AS n FROM (SELECT FROM task WHERE assignee = $2 AND status = 'open' LIMIT 1000) x),
  office AS (SELECT least(sum(n), 1000) AS n FROM unnest($1::text[]) AS wanted(id) CROSS JOIN LATERAL
    (SELECT count(*) AS n FROM (SELECT FROM task WHERE office_id = wanted.id AND status = 'open' LIMIT 1000) x) c),
  overdue AS (SELECT least(sum(n), 1000) AS n FROM clock, unnest($1::text[]) AS wanted(id) CROSS JOIN LATERAL
    (SELECT count(*) AS n FROM (SELECT FROM task WHERE office_id = wanted.id AND status = 'open' AND due_at < clock.now LIMIT 1000) x) c),
  soon AS (SELECT least(sum(n), 1000) AS n FROM clock, unnest($1::text[]) AS wanted(id) CROSS JOIN LATERAL
    (SELECT count(*) AS n FROM (SELECT FROM task WHERE office_id = wanted.id AND status = 'open' AND due_at >= clock.now
      AND due_at < clock.now + interval '4 days' AND mark = 'due-soon' LIMIT 1000) x) c)
  SELECT COALESCE(office.n, 0)::integer AS office, mine.n::integer AS mine, COALESCE(overdue.n, 0)::integer AS overdue,
    COALESCE(soon.n, 0)::integer AS "dueSoon" FROM office, mine, overdue, soon`;
