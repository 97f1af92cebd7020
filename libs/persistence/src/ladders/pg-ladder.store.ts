import { type LadderDraft, LadderStore, type PastClock, type Tx } from '@lianban/application';
import type { LadderContent, LadderView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { ladderOf } from '../calendars/ladder-of-row.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const PERSON = (id: string): string =>
  `(SELECT jsonb_build_object('zh', u.name_zh, 'en', u.name_en) FROM app_user u WHERE u.id = ${id})`;

type VersionRow = Omit<LadderView['versions'][number], 'content' | 'inForce'> & {
  readonly body: unknown;
  readonly effective: boolean;
};

@Injectable()
export class PgLadderStore extends LadderStore {
  async list(tx: Tx, tenant: string): Promise<readonly LadderView[]> {
    const { rows } = await clientOf(tx).query<{
      readonly code: string;
      readonly versions: readonly VersionRow[];
      readonly draft: LadderView['draft'] | null;
    }>({
      name: 'list-ladders',
      text: `SELECT code, COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('version', l.version, 'body', l.body,
            'publishedAt', l.published_at, 'effectiveFrom', l.effective_from, 'publishedBy', ${PERSON('l.published_by')},
            'reason', l.reason, 'effective', l.effective_from IS NULL OR l.effective_from <= business_now()))
            ORDER BY l.version DESC) FROM ladder l WHERE l.tenant = $1 AND l.code = codes.code), '[]') AS versions,
          (SELECT jsonb_build_object('content', d.content, 'revision', d.revision, 'savedAt', d.saved_at,
            'savedBy', ${PERSON('d.saved_by')}) FROM ladder_draft d WHERE d.tenant = $1 AND d.code = codes.code) AS draft
        FROM (SELECT code FROM ladder WHERE tenant = $1 UNION SELECT code FROM ladder_draft WHERE tenant = $1) codes ORDER BY code`,
      values: [tenant],
    });
    return rows.map(({ code, versions, draft }) => {
      const inForce = versions.find(({ effective }) => effective)?.version;
      return {
        code,
        versions: versions.map(({ body, effective, ...version }) => ({
          ...version,
          content: contentOf(body),
          inForce: effective && version.version === inForce,
        })),
        ...(draft ? { draft } : {}),
      };
    });
  }

  async draft(tx: Tx, tenant: string, code: string): Promise<LadderDraft | undefined> {
    const { rows } = await clientOf(tx).query<LadderDraft>({
      name: 'lock-ladder-draft',
      text: 'SELECT content, revision FROM ladder_draft WHERE tenant = $1 AND code = $2 FOR UPDATE',
      values: [tenant, code],
    });
    return rows[0];
  }

  async newest(
    tx: Tx,
    tenant: string,
    code: string,
  ): Promise<{ version: number; content: LadderContent } | undefined> {
    const { rows } = await clientOf(tx).query<{ version: number; body: unknown }>({
      name: 'newest-ladder',
      text: 'SELECT version, body FROM ladder WHERE tenant = $1 AND code = $2 ORDER BY version DESC LIMIT 1',
      values: [tenant, code],
    });
    const [row] = rows;
    return row && { version: row.version, content: contentOf(row.body) };
  }

  async saveDraft(
    tx: Tx,
    actor: Actor,
    code: string,
    content: LadderContent,
    revision: number,
  ): Promise<number | undefined> {
    const { rows } = await clientOf(tx).query<{ revision: number }>({
      name: 'save-ladder-draft',
      text: `INSERT INTO ladder_draft AS d (tenant, code, content, revision, saved_by, saved_at)
        SELECT $1, $2, $3, 1, $4, business_now() WHERE $5 = 0
          OR EXISTS (SELECT FROM ladder_draft e WHERE e.tenant = $1 AND e.code = $2)
        ON CONFLICT (tenant, code) DO UPDATE SET content = excluded.content, revision = d.revision + 1,
          saved_by = excluded.saved_by, saved_at = excluded.saved_at WHERE d.revision = $5
        RETURNING revision`,
      values: [actor.tenant, code, JSON.stringify(content), actor.id, revision],
    });
    return rows[0]?.revision;
  }

  async discardDraft(tx: Tx, tenant: string, code: string): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'discard-ladder-draft',
      text: 'DELETE FROM ladder_draft WHERE tenant = $1 AND code = $2',
      values: [tenant, code],
    });
    return rowCount === 1;
  }

  async publish(tx: Tx, actor: Actor, ladder: Parameters<LadderStore['publish']>[2]): Promise<void> {
    const { code, version, content, before, effectiveFrom, reason } = ladder;
    await clientOf(tx).query({
      name: 'publish-ladder',
      text: `WITH gone AS (DELETE FROM ladder_draft WHERE tenant = $1 AND code = $2),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, before, after)
          SELECT uuidv7(), $1, business_now(), 'ladder.published', 'person', u.id::text, u.name_zh, 'ladder',
            $2 || '@' || $3, $7, $8, $4 FROM app_user u WHERE u.id = $6)
        INSERT INTO ladder (tenant, code, version, body, published_at, effective_from, published_by, reason)
        VALUES ($1, $2, $3::int, $4, business_now(), $5, $6, $7)`,
      values: [
        actor.tenant,
        code,
        String(version),
        JSON.stringify({ code, version, ...content }),
        effectiveFrom,
        actor.id,
        reason,
        before === undefined ? null : JSON.stringify(before),
      ],
    });
  }

  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async pastClocks(
    tx: Tx,
    tenant: string,
    code: string,
    since: string,
    until: string,
    limit: number,
  ): Promise<readonly PastClock[]> {
    const { rows } = await clientOf(tx).query<{ clock: PastClock }>({
      name: 'past-clocks',
      text: `SELECT jsonb_build_object('id', k.id, 'caseId', c.id, 'caseNo', c.case_no, 'caseTitle', c.title,
          'definition', k.definition, 'definitionId', c.definition_id, 'node', k.node, 'scope', k.scope, 'district', c.district,
          'name', jsonb_build_object('zh', k.name_zh, 'en', k.name_en),
          'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id),
          'milestones', COALESCE(c.state -> 'milestones', '{}'),
          'tasks', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'node', t.node,
              'officeId', t.office_id, 'assignee', t.assignee)) ORDER BY t.created_at)
            FROM task t WHERE t.case_id = c.id AND t.node = k.node), '[]'),
          'firings', COALESCE((SELECT jsonb_agg(jsonb_build_object('level', f.level, 'firedAt', f.fired_at, 'told', f.told)
            ORDER BY f.level) FROM ladder_firing f WHERE f.clock_id = k.id AND f.fired), '[]')) AS clock
        FROM case_file c JOIN clock k ON k.case_id = c.id
        WHERE c.tenant = $1 AND c.opened_at >= $3 AND c.opened_at <= $4 AND k.ladder = $2
        ORDER BY c.opened_at DESC, c.id, k.id LIMIT $5`,
      values: [tenant, code, since, until, limit],
    });
    return rows.map(({ clock }) => clock);
  }
}

const contentOf = (body: unknown): LadderContent => {
  const { name, serves, rungs } = ladderOf({ body, effectiveFrom: null });
  return { name, serves, rungs };
};
