import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import {
  type Anchor,
  AnchorLines,
  SealTrail,
  StoredTrail,
  trailProviders,
  TrailStore,
} from '@lianban/application';
import { PersistenceModule } from '@lianban/persistence';
import { AnchorBook, anchorLine, type Digest, type TrailVerdict, verifyTrail } from '@lianban/trail';
import { cloneTestDatabase, eventually, type TestDatabase } from '@lianban/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';

/** Anchors as the file holds them, in memory. */
class Lines implements Anchor {
  readonly place = 'file';
  readonly lines: string[] = [];

  put(batches: Parameters<Anchor['put']>[0]): Promise<void> {
    this.lines.push(...batches.map(anchorLine));
    return Promise.resolve();
  }
}

class TrailModule {}

/** A database with a trail of its own, sealed by hand in small batches. */
export class SealedTrail {
  readonly anchor = new Lines();
  readonly failures: unknown[] = [];
  key: KeyObject = generateKeyPairSync('ed25519').privateKey;

  private constructor(
    readonly database: TestDatabase,
    private readonly app: INestApplicationContext,
  ) {}

  static async open(): Promise<SealedTrail> {
    const database = await cloneTestDatabase();
    const module = {
      module: TrailModule,
      imports: [CqrsModule.forRoot(), PersistenceModule.connect(database.url, 4)],
      providers: [...trailProviders, { provide: AnchorLines, useValue: { read: () => undefined } }],
    };
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    await app.init();
    return new SealedTrail(database, app);
  }

  get commands(): CommandBus {
    return this.app.get(CommandBus);
  }

  get store(): TrailStore {
    return this.app.get(TrailStore);
  }

  /** Seals what is there, once no transaction of another test's database holds it back: xids are the cluster's. */
  sealer(...how: Parameters<SealedTrail['sealerAtOnce']>): Pick<SealTrail, 'round'> {
    const sealer = this.sealerAtOnce(...how);
    return {
      round: async () => {
        await this.settled();
        return sealer.round();
      },
    };
  }

  async settled(): Promise<void> {
    const [now] = await this.database.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
    await eventually('all that was begun has ended', async () => {
      const [row] = await this.database.query<{ over: boolean }>(
        'SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::text::xid8 AS over',
        [now?.xid],
      );
      return row?.over === true;
    });
  }

  sealerAtOnce(anchors: readonly Anchor[] = [this.anchor], digest: Digest = 'sha256', batch = 5): SealTrail {
    return new SealTrail(this.store, { key: this.key, digest, batch }, anchors, (failure) =>
      this.failures.push(failure),
    );
  }

  /** Acts, each in a transaction of its own, as the product writes them. */
  async act(count: number): Promise<void> {
    for (let no = 0; no < count; no += 1)
      await this.database.query(
        `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, office_id, post, on_behalf_of, case_id,
           object_kind, object_id, ground, address, correlation_id, plan_hash, before, after)
         VALUES ($1, '330900', clock_timestamp(), 'task.completed', 'person', 'p1', '经办人甲', 'dinghai.health', 'clerk', 'p2',
           uuidv7(), 'task', 't1', '材料齐全', '10.0.0.1', 'c1', 'h1', '{"n": 1}', '{"outcome": "ok"}')`,
        [randomUUID()],
      );
  }

  async verify(lines: readonly string[] = this.anchor.lines): Promise<TrailVerdict> {
    const trail = new StoredTrail(this.store);
    const anchors = new AnchorBook();
    for (const line of lines) anchors.add(line);
    const anchoredTo = (await this.store.state()).anchors.find(({ place }) => place === 'file')?.batch ?? 0;
    return verifyTrail(
      trail,
      { keys: await trail.keys(), anchors, anchoredTo },
      { first: 1, last: Number.MAX_SAFE_INTEGER },
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
