import { BoardReader, FoldOpenWork, InboxReader, OpenWork, UnitOfWork } from '@lianban/application';
import { PersistenceModule } from '@lianban/persistence';
import {
  cloneTestDatabase,
  type ExplainedQuery,
  explainInboxAndBoard,
  seedOpenTasks,
  type TestDatabase,
} from '@lianban/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const dear = (queries: readonly ExplainedQuery[], most: number): string[] =>
  queries.filter(({ buffers }) => buffers > most).map(({ asked, buffers }) => `${asked}: ${buffers} buffers`);

describe('lists over 200,000 open tasks', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let explained: Awaited<ReturnType<typeof explainInboxAndBoard>>;
  beforeAll(async () => {
    database = await cloneTestDatabase({ seeded: true });
    await seedOpenTasks(database.ownerUrl, { open: 200_000 });
    app = await NestFactory.createApplicationContext(PersistenceModule.connect(database.url), {
      logger: false,
    });
    // What the worker and autovacuum do within a minute.
    await new FoldOpenWork(app.get(UnitOfWork), app.get(OpenWork)).run('zhoushan');
    await database.query('VACUUM (ANALYZE) open_work');
    await database.query('VACUUM (ANALYZE) open_work_change');
    explained = await explainInboxAndBoard(database.url, {
      inbox: app.get(InboxReader),
      board: app.get(BoardReader),
    });
  }, 240_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('every query of the inbox touches at most 1,000 pages', () => {
    expect(explained.inbox.length).toBeGreaterThan(20);
    expect(dear(explained.inbox, 1_000)).toEqual([]);
  });

  it('every list and every count of the board touches at most 1,000 pages', () => {
    expect(explained.board.filter(({ asked }) => asked.startsWith('counts'))).toHaveLength(2);
    expect(dear(explained.board, 1_000)).toEqual([]);
  });
});
