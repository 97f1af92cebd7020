import {
  type AnchorPlace,
  type SealedEntry,
  type SealingOutcome,
  type TrailState,
  TrailStore,
} from '@lianban/application';
import type { Actor } from '@lianban/domain';
import type {
  BatchHeader,
  KeptBatch,
  KeptEntry,
  Opening,
  Position,
  SealedBatch,
  SignedHeader,
  TrailEntry,
} from '@lianban/trail';
import { Injectable } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import { ENTRY, KEEP_BATCH, NEXT_ENTRIES, SEAL, SEALED, STATE, STRAYS } from './trail.sql.js';

/** One sealer at a time, and one who anchors at each place: rights that end with their transaction. */
const LOCKS = { seal: 0x7_7261_01, file: 0x7_7261_02, endpoint: 0x7_7261_03 } as const;
const BEGINNING: Position = { xid: '0', id: '00000000-0000-0000-0000-000000000000' };
const HEAD = 'SELECT header, signature FROM audit_batch ORDER BY no DESC LIMIT 1';

interface SealRow {
  readonly seq: number;
  readonly entryId: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly leaves: Extract<Opening, { readonly leaves: unknown }>['leaves'] | null;
}

type SealedRow = SealRow & TrailEntry & SignedHeader;

const sealOf = ({ seq, entryId, hash, salt, leaves }: SealRow): Omit<KeptEntry, 'entry'> => ({
  seq,
  entryId,
  hash,
  opening: salt === null ? { leaves: leaves ?? {} } : { salt },
});

@Injectable()
export class PgTrailStore extends TrailStore {
  constructor(private readonly pool: Pool) {
    super();
  }

  sealNext(
    limit: number,
    seal: (head: BatchHeader | undefined, entries: readonly TrailEntry[]) => SealedBatch,
  ): Promise<SealingOutcome> {
    return this.holding<SealingOutcome>(LOCKS.seal, { kind: 'busy' }, async (client) => {
      const head = (await client.query<SignedHeader>(HEAD)).rows[0]?.header;
      const { xid, id } = head?.last ?? BEGINNING;
      const { rows: entries } = await client.query<TrailEntry>(NEXT_ENTRIES, [xid, id, limit]);
      if (entries.length === 0) {
        const { rows } = await client.query<{ lost: boolean }>(
          'SELECT pg_snapshot_xmax(pg_current_snapshot()) <= $1::text::xid8 AS lost',
          [xid],
        );
        return { kind: rows[0]?.lost === true ? 'order-lost' : 'nothing' };
      }
      const { header, signature, seals } = seal(head, entries);
      await client.query(KEEP_BATCH, [
        header.no,
        header.firstSeq,
        header.lastSeq,
        header.last.xid,
        header.last.id,
        header.sealedAt,
        JSON.stringify(header),
        signature,
        seals.map(({ seq }) => seq),
        seals.map(({ entryId }) => entryId),
        seals.map(({ hash }) => hash),
        seals.map(({ salt }) => salt),
      ]);
      return { kind: 'sealed', entries: entries.length, full: entries.length === limit };
    });
  }

  anchorNext(
    place: AnchorPlace,
    limit: number,
    put: (batches: readonly SignedHeader[]) => Promise<void>,
  ): Promise<number> {
    return this.holding(LOCKS[place], 0, async (client) => {
      const { rows } = await client.query<SignedHeader>(
        `SELECT header, signature FROM audit_batch
          WHERE no > COALESCE((SELECT max(batch) FROM audit_anchor WHERE place = $1), 0) ORDER BY no LIMIT $2`,
        [place, limit],
      );
      if (rows.length === 0) return 0;
      await put(rows);
      await client.query('INSERT INTO audit_anchor (place, batch) SELECT $1, unnest($2::integer[])', [
        place,
        rows.map(({ header }) => header.no),
      ]);
      return rows.length;
    });
  }

  async keepKey(id: string, publicKey: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO trail_key (id, public_key) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM trail_key WHERE id = $1)
       ON CONFLICT DO NOTHING`,
      [id, publicKey],
    );
  }

  async state(): Promise<TrailState> {
    const { rows } = await this.pool.query<Record<string, unknown>>(STATE);
    const { sealedAt, unsealedSince, ...row } = rows[0] ?? {};
    const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    return {
      ...(known as unknown as TrailState),
      ...(sealedAt instanceof Date ? { sealedAt: sealedAt.toISOString() } : {}),
      ...(unsealedSince instanceof Date ? { unsealedSince: unsealedSince.toISOString() } : {}),
    };
  }

  async keys(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ id: string; public_key: string }>(
      'SELECT id, public_key FROM trail_key ORDER BY since',
    );
    return new Map(rows.map(({ id, public_key: key }) => [id, key]));
  }

  async batches(from: number, limit: number): Promise<readonly (SignedHeader & { readonly no: number })[]> {
    const { rows } = await this.pool.query<SignedHeader & { no: number }>(
      'SELECT no, header, signature FROM audit_batch WHERE no >= $1 ORDER BY no LIMIT $2',
      [from, limit],
    );
    return rows;
  }

  async period(
    from?: string,
    to?: string,
  ): Promise<{ readonly first: number; readonly last: number } | undefined> {
    const { rows } = await this.pool.query<{ first: number | null; last: number | null }>(
      // Nothing that was recorded before an instant is sealed in a batch before the one that was then the newest.
      `SELECT min(no) FILTER (WHERE $1::timestamptz IS NULL OR sealed_at >= $1) AS first,
         COALESCE(min(no) FILTER (WHERE sealed_at >= $2::timestamptz), max(no)) AS last FROM audit_batch`,
      [from ?? null, to ?? null],
    );
    const { first, last } = rows[0] ?? { first: null, last: null };
    return first === null || last === null || first > last ? undefined : { first, last };
  }

  async kept(header: BatchHeader, before: BatchHeader | undefined): Promise<KeptBatch> {
    const range = [header.firstSeq, header.lastSeq];
    const after = before?.last ?? BEGINNING;
    const [seals, strays] = await Promise.all([
      this.pool.query<SealRow & TrailEntry>(
        `SELECT ${SEAL}, ${ENTRY} FROM audit_seal s LEFT JOIN audit a ON a.id = s.audit_id
          WHERE s.seq BETWEEN $1 AND $2 ORDER BY s.seq`,
        range,
      ),
      this.pool.query<Position>(STRAYS, [after.xid, after.id, header.last.xid, header.last.id, ...range]),
    ]);
    return {
      header,
      after: before?.last,
      entries: seals.rows.map((row) => ({ ...sealOf(row), entry: entryOf(row) })),
      strays: strays.rows,
    };
  }

  async hashes({ firstSeq, lastSeq }: BatchHeader): Promise<readonly Buffer[]> {
    const { rows } = await this.pool.query<{ hash: Buffer }>(
      'SELECT hash FROM audit_seal WHERE seq BETWEEN $1 AND $2 ORDER BY seq',
      [firstSeq, lastSeq],
    );
    return rows.map(({ hash }) => hash);
  }

  async find(entryId: string): Promise<SealedEntry | undefined> {
    const { rows } = await this.pool.query<SealedRow>(`${SEALED} WHERE a.id = $1`, [entryId]);
    return rows.map(sealedOf)[0];
  }

  async erasures(after: number, limit: number): Promise<readonly SealedEntry[]> {
    const { rows } = await this.pool.query<SealedRow>(
      `${SEALED} WHERE a.act = 'trail.erased' AND s.seq > $1 ORDER BY s.seq LIMIT $2`,
      [after, limit],
    );
    return rows.map(sealedOf);
  }

  async erase(actor: Actor, ground: string, erased: Parameters<TrailStore['erase']>[2]): Promise<void> {
    const act = {
      tenant: actor.tenant,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      address: actor.address,
      correlationId: actor.correlationId,
      objectId: erased[0]?.id,
      ground,
    };
    await this.pool.query('SELECT erase_personal_data($1, $2)', [
      JSON.stringify(
        erased.map(({ opening, ...entry }) => ({
          ...entry,
          leaves: 'leaves' in opening ? opening.leaves : {},
        })),
      ),
      JSON.stringify(act),
    ]);
  }

  /** In a transaction that holds a right; `otherwise` where somebody else holds it. */
  private async holding<T>(
    right: number,
    otherwise: T,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [
        right,
      ]);
      const result = rows[0]?.held === true ? await work(client) : otherwise;
      await client.query('COMMIT');
      return result;
    } catch (failure) {
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error;
      });
      throw failure;
    } finally {
      client.release(broken);
    }
  }
}

/** The columns of an entry, without those of its seal. */
const entryOf = (row: SealRow & TrailEntry): TrailEntry | undefined => {
  if (row.id === null) return undefined;
  const { seq: _seq, entryId: _entryId, hash: _hash, salt: _salt, leaves: _leaves, ...entry } = row;
  return entry;
};

const sealedOf = ({ header, signature, ...row }: SealedRow): SealedEntry => ({
  ...sealOf(row),
  entry: entryOf(row),
  batch: { header, signature },
});
