import { CalendarStore, GovernedData, UnitOfWork } from '@lianban/application';
import { engineActor } from '@lianban/domain';
import { PersistenceModule } from '@lianban/persistence';
import { cloneTestDatabase, type TestDatabase } from '@lianban/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const CONNECTIONS = 4;

describe('what a transaction looks up beside itself', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    database = await cloneTestDatabase({ seeded: true });
    app = await NestFactory.createApplicationContext(PersistenceModule.connect(database.url, CONNECTIONS), {
      logger: false,
    });
  }, 30_000);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('never waits for the transactions that wait for it, though they hold every connection', async () => {
    const [unitOfWork, calendars, data] = [
      app.get(UnitOfWork),
      app.get(CalendarStore),
      app.get(GovernedData),
    ];
    let open = 0;
    let allOpen: () => void = () => undefined;
    const full = new Promise<void>((resolve) => {
      allOpen = resolve;
    });
    const layers = await Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        unitOfWork.withActor(engineActor('330900'), async (tx) => {
          await calendars.now(tx);
          open += 1;
          if (open === CONNECTIONS) allOpen();
          await full;
          return data.calendarLayers('330900');
        }),
      ),
    );
    expect(layers.map((found) => found.length)).toEqual(Array.from({ length: CONNECTIONS }, () => 1));
  });
});
