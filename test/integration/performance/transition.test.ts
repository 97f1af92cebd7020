import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseOpened, TaskCompleted } from '@lianban/application';
import {
  cloneTestDatabase,
  countPostgres,
  type CountingPostgres,
  Person,
  type Product,
  startProduct,
  type TestDatabase,
} from '@lianban/testing';

const bpmn = join(import.meta.dirname, '..', '..', 'bench', 'case6.bpmn');
const cases = 3;

/**
 * Gates on counts, the same on every machine. Sessions, the directory and calendars are read again every few seconds, so
 * the least of several is what an act itself costs.
 */
describe('what an act costs the database', () => {
  let database: TestDatabase;
  let counting: CountingPostgres;
  let product: Product;
  let clerk: Person;
  const opened: string[] = [];
  const least = { start: [Infinity, Infinity], list: [Infinity, Infinity], complete: [Infinity, Infinity] };

  const counted = async <T>(what: keyof typeof least, act: () => Promise<T>): Promise<T> => {
    let answer: T | undefined;
    const { roundTrips, statements } = await counting.during(async () => {
      answer = await act();
    });
    const [trips = Infinity, asked = Infinity] = least[what];
    least[what] = [Math.min(trips, roundTrips), Math.min(asked, statements)];
    return answer as T;
  };

  const drive = async (branch: string): Promise<void> => {
    const first = await counted('start', () =>
      clerk.post<CaseOpened>('/api/cases', {
        definitionKey: 'case6',
        title: '计数',
        district: '330902',
        data: { branch },
      }),
    );
    opened.push(first.case.id);
    const open = [...first.tasks];
    for (let task = open.shift(); task; task = open.shift()) {
      await counted('list', () => clerk.get('/api/inbox'));
      const { id, version } = task;
      const { next } = await counted('complete', () =>
        clerk.post<TaskCompleted>(`/api/tasks/${id}/complete`, { version, form: {} }),
      );
      open.push(...next);
    }
  };

  beforeAll(async () => {
    database = await cloneTestDatabase({ seeded: true });
    counting = await countPostgres(database.url);
    product = await startProduct({ database: { ...database, url: counting.url }, withWorker: false });
    const admin = await Person.signIn(product.url, 'admin');
    await admin.post('/api/definitions', { xml: readFileSync(bpmn, 'utf8'), manifest: { pack: 'bench' } });
    clerk = await Person.signIn(product.url, 'health.dinghai');
    for (let number = 0; number < cases; number += 1) await drive(number % 2 === 0 ? 'a' : 'b');
  }, 120_000);
  afterAll(async () => {
    await product.stop();
    await counting.close();
    await database.drop();
  });

  it('completing a task: two round trips, nine statements with begin and commit', () => {
    expect(least.complete).toEqual([2, 9]);
  });

  it('opening a case: four round trips, nine statements with begin and commit', () => {
    expect(least.start).toEqual([4, 9]);
  });

  it('reading the inbox: one round trip, two statements', () => {
    expect(least.list).toEqual([1, 2]);
  });

  it('each transition is one transaction, and its audit, data and answer are in it', async () => {
    const [counts] = await database.query<Record<string, number>>(
      `SELECT count(DISTINCT s.xmin::text)::integer AS transactions, count(*)::integer AS stimuli,
         count(*) FILTER (WHERE EXISTS (SELECT FROM audit a WHERE a.case_id = s.case_id AND a.xmin = s.xmin))::integer AS audited,
         count(*) FILTER (WHERE EXISTS (SELECT FROM case_datum d WHERE d.case_id = s.case_id AND d.xmin = s.xmin))::integer AS stored,
         count(*) FILTER (WHERE EXISTS (SELECT FROM idempotency i WHERE i.xmin = s.xmin))::integer AS answered
       FROM stimulus s WHERE s.case_id = ANY($1::uuid[])`,
      [opened],
    );
    const each = cases * 7;
    expect(counts).toEqual({
      transactions: each,
      stimuli: each,
      audited: each,
      stored: each,
      answered: each,
    });
  });

  it('a case page asks as often for a long case as for a fresh one', async () => {
    const fresh = await clerk.post<CaseOpened>('/api/cases', {
      definitionKey: 'case6',
      title: '短',
      district: '330902',
      data: { branch: 'a' },
    });
    const asked = async (id: string): Promise<number> => {
      const tries = [];
      for (let number = 0; number < 3; number += 1)
        tries.push((await counting.during(() => clerk.get(`/api/cases/${id}`))).statements);
      return Math.min(...tries);
    };
    expect(await asked(opened[0] ?? '')).toBe(await asked(fresh.case.id));
  });
});
