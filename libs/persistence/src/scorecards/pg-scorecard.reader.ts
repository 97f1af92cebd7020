import {
  type ScorecardFilter,
  ScorecardReader,
  type SignPeriod,
  type StoppedClock,
  type Tx,
} from '@lianban/application';
import type { HandlingSign, ScorecardRow, WorkFactView } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { concludedUntil, GROUPS, NAME, ORDERS_SERVED, SUMS } from './scorecard.sql.js';

const WHICH = {
  all: 'true',
  late: 'f.is_late',
  'late-own': 'f.is_late_own',
  rework: 'f.is_rework',
  concluded: `EXISTS (SELECT FROM fact_conclusion c WHERE c.fact_id = f.id)
    OR EXISTS (SELECT FROM scorecard_objection o WHERE o.fact_id = f.id)`,
} as const;

@Injectable()
export class PgScorecardReader extends ScorecardReader {
  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async rows(
    tx: Tx,
    tenant: string,
    { month, by, office, district, until }: ScorecardFilter,
  ): Promise<readonly ScorecardRow[]> {
    const { key, names } = GROUPS[by];
    const { rows } = await clientOf(tx).query<{ row: ScorecardRow }>({
      name: `scorecard-${by}`,
      text: `WITH counted AS (
          SELECT ${key} AS key, f.minutes, f.is_late, f.is_late_own, f.is_rework,
            x.excluded, x.exempt
          FROM work_fact f ${concludedUntil('$5')}
          WHERE f.tenant = $1 AND f.month = $2 AND ($3::text IS NULL OR f.office_id = $3)
            AND ($4::text IS NULL OR f.district = $4) AND f.recorded_at <= $5 AND ${key} IS NOT NULL),
        sums AS (
          SELECT key, ${SUMS.completed} AS completed, ${SUMS.late} AS late, ${SUMS.lateOwn} AS late_own,
            count(*) FILTER (WHERE NOT excluded AND exempt) AS exempt, count(*) FILTER (WHERE excluded) AS excluded,
            count(*) FILTER (WHERE NOT excluded AND is_rework) AS rework,
            ${SUMS.meanHours} AS mean_hours,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE NOT excluded) AS p90
          FROM counted GROUP BY key),
        served AS (${ORDERS_SERVED(key)})
        SELECT jsonb_build_object('key', key, 'name', ${NAME('n', 'key')}, 'completed', COALESCE(s.completed, 0),
            'onTime', COALESCE(s.completed - s.late, 0), 'late', COALESCE(s.late, 0), 'lateOwn', COALESCE(s.late_own, 0),
            'exempt', COALESCE(s.exempt, 0), 'excluded', COALESCE(s.excluded, 0), 'rework', COALESCE(s.rework, 0),
            'orders', COALESCE(o.orders, 0), 'answers', COALESCE(o.answers, 0), 'answersLate', COALESCE(o.answers_late, 0),
            'meanHours', COALESCE(s.mean_hours, 0), 'p90Hours', round((COALESCE(s.p90, 0) / 60)::numeric, 1)) AS row
        FROM sums s FULL JOIN served o USING (key) LEFT JOIN (${names}) n USING (key)
        ORDER BY s.late_own DESC NULLS LAST, s.late DESC NULLS LAST, s.completed DESC NULLS LAST, key`,
      values: [tenant, month, office ?? null, district ?? null, until ?? 'infinity'],
    });
    return rows.map(({ row }) => row);
  }

  async facts(
    tx: Tx,
    tenant: string,
    filter: Parameters<ScorecardReader['facts']>[2],
  ): Promise<readonly Omit<WorkFactView, 'may'>[]> {
    const { month, office, district, which, after, limit } = filter;
    const { rows } = await clientOf(tx).query<{ fact: Omit<WorkFactView, 'may'> }>({
      name: `work-facts-${which}`,
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('id', f.id, 'caseId', f.case_id, 'caseNo', t.case_no, 'caseTitle', t.case_title,
          'step', jsonb_build_object('zh', t.name_zh, 'en', t.name_en),
          'office', jsonb_build_object('id', f.office_id, 'name', ${NAME('o', 'f.office_id')}),
          'reachedAt', f.reached_at, 'closedAt', f.closed_at, 'hours', round((f.minutes / 60)::numeric, 1),
          'isLate', f.is_late, 'isLateOwn', f.is_late_own, 'isRework', f.is_rework,
          'conclusions', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'reason', c.reason) ORDER BY c.decided_at)
            FROM fact_conclusion c WHERE c.fact_id = f.id), '[]'),
          'objection', (SELECT jsonb_build_object('id', b.id, 'reason', b.reason, 'conclusion', b.conclusion, 'answer', b.answer)
            FROM scorecard_objection b WHERE b.fact_id = f.id))) AS fact
        FROM (SELECT f.* FROM work_fact f
            WHERE f.tenant = $1 AND f.month = $2 AND ($3::text IS NULL OR f.office_id = $3) AND ($4::text IS NULL OR f.district = $4)
              AND (${WHICH[which]}) AND (f.closed_at, f.id) > ($5::timestamptz, $6::uuid)
            ORDER BY f.closed_at, f.id LIMIT $7) f
          JOIN task t ON t.id = f.task_id LEFT JOIN office o ON o.id = f.office_id
        ORDER BY f.closed_at, f.id`,
      values: [
        tenant,
        month,
        office ?? null,
        district ?? null,
        after?.at ?? '-infinity',
        after?.id ?? '00000000-0000-0000-0000-000000000000',
        limit,
      ],
    });
    return rows.map(({ fact }) => ({
      ...fact,
      reachedAt: new Date(fact.reachedAt).toISOString(),
      closedAt: new Date(fact.closedAt).toISOString(),
    }));
  }

  async doneAtOnce(
    tx: Tx,
    tenant: string,
    { from, to, district }: SignPeriod,
    seconds: number,
  ): Promise<readonly HandlingSign[]> {
    const { rows } = await clientOf(tx).query<{ sign: HandlingSign }>({
      name: 'done-at-once',
      text: `SELECT jsonb_build_object('kind', 'at-once', 'caseId', t.case_id, 'caseNo', t.case_no, 'caseTitle', t.case_title,
          'office', ${NAME('o', 't.office_id')}, 'at', t.closed_at,
          'measure', round(extract(epoch FROM t.closed_at - t.claimed_at))) AS sign
        FROM task t LEFT JOIN office o ON o.id = t.office_id
        WHERE t.tenant = $1 AND t.status = 'completed' AND t.closed_at >= $2 AND t.closed_at < $3
          AND ($4::text IS NULL OR t.district = $4) AND t.closed_at - t.claimed_at < make_interval(secs => $5)
        ORDER BY t.closed_at DESC LIMIT 500`,
      values: [tenant, from, to, district ?? null, seconds],
    });
    return rows.map(({ sign }) => ({ ...sign, at: new Date(sign.at).toISOString() }));
  }

  async stoppedClocks(
    tx: Tx,
    tenant: string,
    { from, to, district }: SignPeriod,
  ): Promise<readonly StoppedClock[]> {
    const { rows } = await clientOf(tx).query<{ stopped: StoppedClock }>({
      name: 'stopped-clocks',
      text: `SELECT jsonb_build_object('caseId', c.id, 'caseNo', c.case_no, 'caseTitle', c.title,
          'office', COALESCE((SELECT ${NAME('o', 't.office_id')} FROM task t LEFT JOIN office o ON o.id = t.office_id
            WHERE t.case_id = c.id AND t.node = k.node ORDER BY t.created_at DESC LIMIT 1), jsonb_build_object('zh', k.name_zh, 'en', k.name_en)),
          'definitionId', c.definition_id, 'definition', k.definition,
          'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id)) AS stopped
        FROM (SELECT DISTINCT e.clock_id FROM clock_entry e
            WHERE e.tenant = $1 AND e.entry ->> 'kind' = 'stopped' AND e.at >= $2 AND e.at < $3 LIMIT 500) s
          JOIN clock k ON k.id = s.clock_id JOIN case_file c ON c.id = k.case_id
        WHERE $4::text IS NULL OR c.district = $4`,
      values: [tenant, from, to, district ?? null],
    });
    return rows.map(({ stopped }) => stopped);
  }
}
