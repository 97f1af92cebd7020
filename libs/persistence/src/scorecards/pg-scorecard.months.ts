import { type MonthsFilter, ScorecardMonths, type StoredMonthsRow, type Tx } from '@lianban/application';
import type { ScorecardMonth } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { concludedUntil, GROUPS, NAME, SUMS } from './scorecard.sql.js';

@Injectable()
export class PgScorecardMonths extends ScorecardMonths {
  async withFigures(tx: Tx, tenant: string): Promise<readonly string[]> {
    // One probe of the index a month.
    const { rows } = await clientOf(tx).query<{ month: string }>({
      name: 'scorecard-months',
      text: `WITH RECURSIVE m AS (
          SELECT max(month) AS month FROM work_fact WHERE tenant = $1
          UNION ALL SELECT (SELECT max(month) FROM work_fact WHERE tenant = $1 AND month < m.month) FROM m WHERE m.month IS NOT NULL)
        SELECT month FROM m WHERE month IS NOT NULL`,
      values: [tenant],
    });
    return rows.map(({ month }) => month);
  }

  async frozen(
    tx: Tx,
    tenant: string,
    months: readonly string[],
  ): Promise<readonly Required<ScorecardMonth>[]> {
    const { rows } = await clientOf(tx).query<{ month: string; frozen_at: Date; corrections: number }>({
      name: 'frozen-months',
      text: `SELECT m.month, m.frozen_at,
          (SELECT count(*) FROM work_fact f WHERE f.tenant = $1 AND f.month = m.month AND f.recorded_at > m.frozen_at)::int
          + (SELECT count(*) FROM fact_conclusion c JOIN work_fact f ON f.id = c.fact_id
              WHERE c.tenant = $1 AND f.month = m.month AND c.decided_at > m.frozen_at)::int AS corrections
        FROM scorecard_month m WHERE m.tenant = $1 AND m.month = ANY ($2)`,
      values: [tenant, months],
    });
    return rows.map(({ month, frozen_at, corrections }) => ({
      month,
      frozenAt: frozen_at.toISOString(),
      corrections,
    }));
  }

  async rows(tx: Tx, tenant: string, filter: MonthsFilter): Promise<readonly StoredMonthsRow[]> {
    const { months, by, office, district } = filter;
    const { key, names } = GROUPS[by];
    const { rows } = await clientOf(tx).query<{ row: StoredMonthsRow }>({
      name: `scorecard-months-${by}`,
      text: `WITH counted AS (
          SELECT ${key} AS key, f.month, v.corrected, f.minutes, f.is_late, f.is_late_own, x.excluded, x.exempt
          FROM work_fact f LEFT JOIN scorecard_month m ON m.tenant = f.tenant AND m.month = f.month
            CROSS JOIN LATERAL (VALUES (false, COALESCE(m.frozen_at, 'infinity')), (true, 'infinity')) AS v(corrected, until)
            ${concludedUntil('v.until')}
          WHERE f.tenant = $1 AND f.month = ANY ($2) AND ($3::text IS NULL OR f.office_id = $3)
            AND ($4::text IS NULL OR f.district = $4) AND f.recorded_at <= v.until AND ${key} IS NOT NULL),
        sums AS (
          SELECT key, month, corrected, ${SUMS.completed} AS completed, ${SUMS.late} AS late, ${SUMS.lateOwn} AS late_own,
            ${SUMS.meanHours} AS mean_hours
          FROM counted GROUP BY GROUPING SETS ((key, month, corrected), (month, corrected))),
        cells AS (
          SELECT key, month, jsonb_object_agg(CASE WHEN corrected THEN 'corrected' ELSE 'figures' END, jsonb_build_object(
            'completed', completed, 'late', late, 'lateOwn', late_own, 'meanHours', mean_hours)) || jsonb_build_object('month', month) AS cell
          FROM sums GROUP BY key, month)
        SELECT jsonb_build_object('key', c.key, 'name', ${NAME('n', 'c.key')}, 'cells', jsonb_agg(c.cell ORDER BY c.month)) AS row
        FROM cells c LEFT JOIN (${names}) n ON n.key = c.key GROUP BY c.key, n.name_zh, n.name_en`,
      values: [tenant, months, office ?? null, district ?? null],
    });
    return rows.map(({ row }) => row);
  }
}
