import { type CloudEvent, eventTypePrefix, type PortalView } from '@lianban/contracts';
import { City, eventually, type Nursery } from '@lianban/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** One filing, walked from the counter to the conclusion; each test looks at it from another side. */
describe('a filing from registration to conclusion', () => {
  let city: City;
  let nursery: Nursery;
  /** Calls to other departments' systems before the health officer decided on publication. */
  let callsBeforePublication: readonly string[];
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    nursery = await city.register();
    await nursery.toConclusion();
    await city.clock.quiet();
    callsBeforePublication = (await city.departments.journal()).map(({ path }) => path);
    await nursery.complete('step_8', 'publish');
    await nursery.complete('step_10', 'verified');
    await eventually('the case has ended', async () => (await nursery.caseFile()).status === 'ended');
    await city.clock.quiet();
  }, 90_000);
  afterAll(() => city.close());

  const events = async (): Promise<readonly CloudEvent[]> => {
    const rows = await city.database.query<{ payload: CloudEvent }>(
      `SELECT payload FROM outbox WHERE kind = 'event' AND (payload #>> '{data,institutionId}' = $1 OR case_id = $2) ORDER BY seq`,
      [nursery.id, await nursery.caseId()],
    );
    return rows.map(({ payload }) => payload);
  };

  it('ends as filed and verified, with nothing left open', async () => {
    expect(await nursery.caseFile()).toMatchObject({
      status: 'ended',
      outcome: 'filed-and-verified',
      current: [],
      incidents: [],
    });
    expect(await nursery.openTasks()).toEqual([]);
    const left = await city.database.query(`SELECT FROM due WHERE case_id = $1 AND state = 'pending'`, [
      await nursery.caseId(),
    ]);
    expect(left).toEqual([]);
  });

  it('emits each event of the policy once, in order, and every one matches its schema', async () => {
    const sent = await events();
    const opinions = Array.from({ length: 4 }, () => 'filing.opinion-given');
    const names = sent.map(({ type }) => type.slice(eventTypePrefix.length, -'.v1'.length));
    expect(names.filter((name) => name !== 'background-check.returned').toSorted()).toEqual(
      [
        'institution.registered',
        'institution.registration-pushed',
        'filing.submitted',
        'filing.completed',
        ...opinions,
        'health-evaluation.completed',
        'filing.receipt-issued',
        'filing.verified',
      ].toSorted(),
    );
    expect(names.filter((name) => name === 'background-check.returned')).toHaveLength(1);
    const order = ['filing.submitted', 'filing.completed', 'filing.receipt-issued', 'filing.verified'];
    expect(names.filter((name) => order.includes(name))).toEqual(order);
    const schemas = await city.database.query<{ type: string; schema: object }>(
      'SELECT type, schema FROM event_schema',
    );
    const ajv = new Ajv2020({ strict: false });
    ajvFormats.default(ajv);
    const faults = sent.flatMap((event) => {
      const schema = schemas.find(({ type }) => type === event.type)?.schema;
      if (schema === undefined) return [`${event.type} has no schema`];
      return ajv.validate(schema, event.data) ? [] : [`${event.type}: ${ajv.errorsText()}`];
    });
    expect(faults).toEqual([]);
  });

  it('pushes the registration once, and publishes only when the health officer said so', async () => {
    expect(callsBeforePublication.filter((path) => path.startsWith('/publication'))).toEqual([]);
    const journal = await city.departments.journal();
    const calls = journal.filter(({ effect }) => effect).map(({ path }) => path);
    expect(calls.filter((path) => path.startsWith('/publication'))).toHaveLength(1);
    const [effect] = await city.database.query<{ state: string; result: object; id: string }>(
      `SELECT id, state, result FROM effect WHERE case_id = $1 AND operation = 'publish-filing'`,
      [await nursery.caseId()],
    );
    expect(effect).toMatchObject({ state: 'done', result: { kind: 'done' } });
    expect(journal.filter(({ key, effect: did }) => key === effect?.id && did)).toHaveLength(1);
    expect((await nursery.caseFile()).data['publishedUrl']).toMatch(/^https:\/\/publication\.example\//);
  });

  it('starts each follow-up process exactly once by the receipt, and verifies that it did', async () => {
    const followUps = await city.database.query<{ definition_key: string; caused_by: string }>(
      'SELECT definition_key, caused_by FROM case_file WHERE parent_case = $1 ORDER BY definition_key',
      [await nursery.caseId()],
    );
    expect(followUps.map(({ definition_key }) => definition_key)).toEqual([
      'health-guidance',
      'inspection-rectification',
      'practitioner-credential',
    ]);
    for (const { caused_by: by } of followUps) expect(by).toContain('filing.receipt-issued.v1#');
    const { step_12: verified } = (await nursery.caseFile()).data as {
      step_12: { result: { started: string[] } };
    };
    expect(verified.result.started.toSorted()).toEqual(followUps.map(({ definition_key }) => definition_key));
  });

  it('starts nothing again when the receipt event is delivered a second time, however late', async () => {
    // As after a lost close of the delivery: the outbox hands the event over once more.
    const before = await city.database.query('SELECT id FROM case_file');
    await city.database.query(`UPDATE inbound_event SET state = 'accepted' WHERE type = $1`, [
      `${eventTypePrefix}filing.receipt-issued.v1`,
    ]);
    await city.database.query(
      `UPDATE outbox SET done_at = NULL, attempts = 0, hand_over_at = clock_timestamp() WHERE topic = $1`,
      [`${eventTypePrefix}filing.receipt-issued.v1`],
    );
    await city.clock.quiet();
    expect(await city.database.query('SELECT id FROM case_file')).toEqual(before);
  });

  it('gives the institution its receipt as a PDF, and says where it stands', async () => {
    const portal = await nursery.portal();
    const view = await eventually('the receipt is made', async () => {
      const page = await portal.get<PortalView>('/api/portal');
      return page.documents.every(({ state }) => state === 'ready') && page;
    });
    expect(view).toMatchObject({ case: { status: 'ended', outcome: 'filed-and-verified' }, missing: [] });
    expect(view.next).toBeUndefined();
    expect(view.steps.map(({ state }) => state)).toEqual(Array(5).fill('done'));
    const [receipt] = view.documents;
    expect(receipt?.number).toMatch(/^舟托备回〔2026〕\d+号$/);
    const file = await portal.send('GET', `/api/documents/${receipt?.id}.pdf`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.text.slice(0, 5)).toBe('%PDF-');
  });
});
