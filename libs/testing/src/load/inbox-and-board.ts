import type { BoardReader, InboxFilter, InboxReader } from '@lianban/application';
import { Client } from 'pg';
import { type Explained, ExplainingTx } from './explaining-tx.js';

export interface ExplainedQuery extends Explained {
  /** What a person asked for, in words. */
  readonly asked: string;
}

interface Subject {
  readonly tenant: string;
  readonly user_id: string;
  readonly offices: readonly string[];
  readonly at: string;
  readonly id: string;
  readonly case_no: string;
}

/**
 * Every query of the inbox and the board for the person with the most open tasks before them, on a database filled by
 * {@link seedOpenTasks}: each box, filter and search, and a page five thousand rows deep.
 */
export async function explainInboxAndBoard(
  databaseUrl: string,
  readers: { readonly inbox: InboxReader; readonly board: BoardReader },
): Promise<{ readonly inbox: readonly ExplainedQuery[]; readonly board: readonly ExplainedQuery[] }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Subject>(SUBJECT);
    const [subject] = rows;
    if (!subject) throw new Error('Nobody has tasks: seed them first.');
    const explaining = new ExplainingTx(client);
    const explain = async (asked: string, act: () => Promise<unknown>): Promise<ExplainedQuery[]> => {
      const before = explaining.explained.length;
      await act();
      return explaining.explained.slice(before).map((one) => ({ ...one, asked }));
    };
    const inbox: ExplainedQuery[] = [];
    for (const [asked, filter] of boxes(subject))
      inbox.push(...(await explain(asked, () => readers.inbox.list(explaining.tx, subject.tenant, filter))));
    inbox.push(
      ...(await explain('counts', () =>
        readers.inbox.count(explaining.tx, subject.user_id, subject.offices),
      )),
    );
    const board: ExplainedQuery[] = [];
    const { tx } = explaining;
    const { tenant } = subject;
    const dayEnds = new Date(Date.now() + 8 * 3_600_000).toISOString();
    for (const district of [undefined, '330902']) {
      const where = district === undefined ? 'the city' : 'one district';
      board.push(
        ...(await explain(`counts of ${where}`, () => readers.board.counts(tx, tenant, dayEnds, district))),
        ...(await explain(`worst of ${where}`, () => readers.board.worst(tx, tenant, district))),
      );
      for (const list of ['due-today', 'due-soon', 'overdue', 'paused'] as const)
        board.push(
          ...(await explain(`${list} of ${where}`, () =>
            readers.board.tasks(tx, tenant, {
              list,
              dayEnds,
              limit: 51,
              ...(district === undefined ? {} : { district }),
            }),
          )),
        );
    }
    return { inbox, board };
  } finally {
    await client.end();
  }
}

const boxes = (subject: Subject): readonly (readonly [string, InboxFilter])[] => {
  const { user_id: userId, offices: officeIds, at, id, case_no: caseNo } = subject;
  const first = { userId, officeIds, overdueOnly: false, limit: 51 };
  const deep = { ...first, after: { at, id } };
  const searches = {
    'a case number': caseNo,
    'a beginning': '蓝天',
    'a part of a name': '天托育园12',
    'two letters': '育园',
  };
  return [
    ...(['office', 'mine', 'done'] as const).flatMap((box): [string, InboxFilter][] => [
      [`${box}, first page`, { ...first, box }],
      [`${box}, a page deep inside`, { ...deep, box }],
      ...Object.entries(searches).map(([what, text]): [string, InboxFilter] => [
        `${box}, searching ${what}`,
        { ...first, box, text },
      ]),
    ]),
    ['office, overdue', { ...first, box: 'office', overdueOnly: true }],
    ['mine, overdue', { ...first, box: 'mine', overdueOnly: true }],
    ['office, overdue, searching a beginning', { ...first, box: 'office', overdueOnly: true, text: '蓝天' }],
  ];
};

/** The person in whose offices most open tasks lie, with a place five thousand rows down their queue. */
const SUBJECT = `
  WITH busiest AS (
    SELECT p.user_id, array_agg(DISTINCT p.office_id) AS offices
    FROM (SELECT office_id, count(*) AS n FROM task WHERE status = 'open' GROUP BY office_id ORDER BY n DESC LIMIT 20) o
      JOIN user_post p ON p.office_id = o.office_id
    GROUP BY p.user_id ORDER BY max(o.n) DESC, p.user_id LIMIT 1),
  queue AS (
    SELECT t.due_at, t.id, t.case_no, t.tenant FROM task t, busiest b
    WHERE t.office_id = ANY(b.offices) AND t.status = 'open' AND t.due_at < 'infinity'
    ORDER BY t.due_at, t.id OFFSET 5000 LIMIT 1)
  SELECT q.tenant, b.user_id, b.offices, q.due_at::text AS at, q.id, q.case_no FROM busiest b, queue q`;
