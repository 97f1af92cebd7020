import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AfterCommit, UnitOfWork } from '@lianban/application';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { actAdapters } from './acts/providers.js';
import { bulkAdapters } from './bulk/providers.js';
import { migrationAdapters } from './migrations/providers.js';
import { businessTimeAdapters } from './business-time/providers.js';
import { calendarAdapters } from './calendars/providers.js';
import { callChainAdapters } from './call-chains/providers.js';
import { caseworkAdapters } from './casework/providers.js';
import { caseAdapters } from './cases/providers.js';
import { definitionAdapters } from './definitions/providers.js';
import { OutboxBell } from './delivery/outbox-bell.js';
import { deliveryAdapters } from './delivery/providers.js';
import { demoAdapters } from './demo/providers.js';
import { directoryAdapters } from './directory/providers.js';
import { noticeAdapters } from './notifications/providers.js';
import { outsideDeliveryAdapters } from './outside-deliveries/providers.js';
import { orderAdapters } from './orders/providers.js';
import { disputeAdapters } from './disputes/providers.js';
import { documentAdapters } from './documents/providers.js';
import { dueAdapters } from './due/providers.js';
import { PrismaClient } from './generated/prisma/client.js';
import { idempotencyAdapters } from './idempotency/providers.js';
import { inboxAdapters } from './inbox/providers.js';
import { intakeAdapters } from './intake/providers.js';
import { emergencyAdapters } from './emergencies/providers.js';
import { ladderAdapters } from './ladders/providers.js';
import { registryAdapters } from './registry/providers.js';
import { routingAdapters } from './routing/providers.js';
import { scorecardAdapters } from './scorecards/providers.js';
import { supervisionAdapters } from './supervision/providers.js';
import { taskAdapters } from './tasks/providers.js';
import { teamAdapters } from './team/providers.js';
import { trailAdapters } from './trail/providers.js';
import { PgUnitOfWork } from './transaction/pg-unit-of-work.js';
import { SidePool } from './transaction/side-pool.js';

const adapters = [
  { provide: AfterCommit, useClass: AfterCommit },
  ...actAdapters,
  ...bulkAdapters,
  ...migrationAdapters,
  ...businessTimeAdapters,
  ...calendarAdapters,
  ...callChainAdapters,
  ...caseAdapters,
  ...caseworkAdapters,
  ...inboxAdapters,
  ...scorecardAdapters,
  ...supervisionAdapters,
  ...definitionAdapters,
  ...demoAdapters,
  ...deliveryAdapters,
  ...disputeAdapters,
  ...noticeAdapters,
  ...outsideDeliveryAdapters,
  ...orderAdapters,
  ...documentAdapters,
  ...dueAdapters,
  ...emergencyAdapters,
  ...routingAdapters,
  ...taskAdapters,
  ...teamAdapters,
  ...trailAdapters,
  { provide: UnitOfWork, useClass: PgUnitOfWork },
  ...directoryAdapters,
  ...idempotencyAdapters,
  ...intakeAdapters,
  ...ladderAdapters,
  ...registryAdapters,
];

/** Look-ups are small and kept for seconds. */
const SIDE_CONNECTIONS = 3;

/** Every port of the application that PostgreSQL answers. Each context keeps its own list in its `providers.ts`. */
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(
    private readonly pool: Pool,
    private readonly side: SidePool,
  ) {}

  static connect(url: string, connections = 10): DynamicModule {
    const settings = { connectionString: url, connectionTimeoutMillis: 5_000 };
    const pool = steady(new Pool({ ...settings, max: connections }));
    const side = steady(new SidePool({ ...settings, max: SIDE_CONNECTIONS }));
    // Prisma for what is administered, SQL for the hot paths.
    const prisma = new PrismaClient({ adapter: new PrismaPg(side) });
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: Pool, useValue: pool },
        { provide: SidePool, useValue: side },
        { provide: PrismaClient, useValue: prisma },
        // With every process that writes: one that filled the outbox without ringing would cost its readers a second.
        OutboxBell,
        ...adapters,
      ],
      exports: [Pool, ...adapters.map(({ provide }) => provide)],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pool.end(), this.side.end()]);
  }
}

const steady = <P extends Pool>(pool: P): P => {
  // An idle connection that PostgreSQL closes is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => undefined);
  // The same while it is in use: the query that is under way fails with the reason, which is all anybody needs.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
