import { randomUUID } from 'node:crypto';
import { eventType, type InboundEventView, type PortalView } from '@lianban/contracts';
import { City, eventually, type Nursery } from '@lianban/testing';

describe('one open filing case for each institution', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
  }, 60_000);
  afterAll(() => city.close());

  const cases = (nursery: Nursery): Promise<{ id: string; status: string; outcome: string | null }[]> =>
    city.database.query(
      `SELECT id, status, outcome FROM case_file WHERE business_key = $1 AND definition_key = 'institution-filing' ORDER BY opened_at`,
      [nursery.id],
    );

  const submitted = async (nursery: Nursery, filingId: string = randomUUID()): Promise<object> => ({
    filingId,
    institutionId: nursery.id,
    jurisdiction: nursery.district,
    materials: [],
    places: 20,
    mealsProvided: false,
    submittedAt: (await city.clock.now()).toISOString(),
  });

  it('keeps a filing of steps 1 to 3 in the case, and skips no step for it', async () => {
    const nursery = await city.register();
    await nursery.at('step_2');
    const view = await nursery.file();
    expect(view.standing.en).toMatch(/will be examined as soon as the dossier is open/);
    await city.clock.quiet();
    expect((await nursery.openTasks()).map(({ node }) => node)).toEqual(['step_2']);
    const [matched] = await city.database.query<{ matches: object[] }>(
      `SELECT matches FROM inbound_event WHERE type = $1 AND body #>> '{data,institutionId}' = $2`,
      [eventType('filing.submitted'), nursery.id],
    );
    expect(matched?.matches).toMatchObject([{ how: 'buffered' }]);
    await nursery.complete('step_2', 'filing-needed', { banChecked: true });
    await nursery.at('step_5');
    expect(await cases(nursery)).toHaveLength(1);
    // The clocks of the case run from the day the filing came; a unit answers from the hour the work reached it.
    const { clocks, tasks } = await nursery.caseFile();
    const startOf = (name: string): string | undefined => clocks.find((it) => it.name.en === name)?.startedAt;
    const submittedAt = view.filing?.submittedAt;
    expect([
      startOf('Joint on-site verification'),
      startOf('Conclusion or notice of non-conformity'),
    ]).toEqual([submittedAt, submittedAt]);
    expect(startOf('Completeness check')).toBe(tasks.find(({ node }) => node === 'step_5')?.createdAt);
    const second = await (
      await nursery.portal()
    ).refused('POST', '/api/portal/filing', { body: { form: {} } });
    expect(second).toMatchObject({ status: 409, code: 'PORTAL.ALREADY_FILED' });
  });

  it('opens a case at step 5 for a filing that has none, with the ban match before step 6', async () => {
    const nursery = await city.register('dinghai', {
      kind: 'nursery-class',
      registrationType: 'public',
      registrationAuthority: 'staffing-office',
    });
    await city.clock.quiet();
    expect(await cases(nursery)).toEqual([]);
    await nursery.file();
    await nursery.at('step_5');
    expect((await nursery.openTasks()).map(({ node }) => node)).toEqual(['step_5']);
    await nursery.complete('step_5', 'complete');
    await nursery.at('step_6a');
    expect((await nursery.caseFile()).data['ban_match']).toMatchObject({ result: { hit: false } });
  });

  it('opens one case for filings that arrive at the same moment', async () => {
    const nursery = await city.register('putuo', {
      kind: 'nursery-class',
      registrationType: 'public',
      registrationAuthority: 'staffing-office',
    });
    await city.clock.quiet();
    const system = await city.sender('/zhoushan/330903/filing-system');
    const events = await Promise.all(
      Array.from({ length: 4 }, async () =>
        system.event('filing.submitted', (await submitted(nursery)) as Record<string, unknown>),
      ),
    );
    await Promise.all(events.map((event) => system.send(event)));
    await city.clock.quiet();
    expect(await cases(nursery)).toHaveLength(1);
    // The ones that came too late for this case lie on the desk, not in a log.
    const states = await city.database.query<{ state: string }>(
      `SELECT state FROM inbound_event WHERE id = ANY ($1) ORDER BY state`,
      [events.map(({ id }) => id)],
    );
    expect(states.map(({ state }) => state)).toEqual(['routed', 'unmatched', 'unmatched', 'unmatched']);
  });

  it('opens no second case for a registration that is announced again', async () => {
    const nursery = await city.register();
    await nursery.at('step_2');
    const registrar = await city.sender('/zhoushan/330902/market-regulation');
    const { row } = nursery;
    const again = registrar.event('institution.registered', {
      institutionId: row.id,
      uscc: row.uscc,
      nameZh: row.name,
      registrationType: row.registrationType,
      registrationAuthority: row.registrationAuthority,
      businessScope: row.businessScope,
      address: row.address,
      jurisdiction: row.district,
      legalRepresentative: row.legalRepresentative,
      registeredAt: row.registeredAt,
      certificateNo: row.certificateNo,
    });
    expect((await registrar.send(again)).status).toBe(202);
    await city.clock.quiet();
    expect(await cases(nursery)).toHaveLength(1);
    const admin = await city.person('admin');
    const path = `/api/intake/events/${encodeURIComponent(again.source)}/${again.id}`;
    expect(await admin.get<InboundEventView>(path)).toMatchObject({ state: 'unmatched' });
  });

  it.each([
    { outcome: 'home-based-point', form: {} },
    { outcome: 'out-of-scope', form: { opinion: '仅提供早教课程，不提供照护服务' } },
  ])('step 2 may close the case as $outcome', async ({ outcome, form }) => {
    const nursery = await city.register();
    await nursery.complete('step_2', outcome, form);
    await eventually('the case has ended', async () => (await nursery.caseFile()).status === 'ended');
    expect(await cases(nursery)).toMatchObject([{ status: 'ended', outcome }]);
    const view = await (await nursery.portal()).get<PortalView>('/api/portal');
    expect(view.next).toBeUndefined();
  });

  it('wants a reason for out of scope, at step 2 and at step 5', async () => {
    const nursery = await city.register();
    const atTwo = await nursery.at('step_2');
    const clerk = await city.clerkOf(atTwo.officeId);
    const refused = await clerk.refused('POST', `/api/tasks/${atTwo.id}/complete`, {
      body: { version: atTwo.version, outcome: 'out-of-scope', form: {} },
    });
    expect(refused).toMatchObject({ status: 400, code: 'TASKS.FORM_INVALID' });
    expect(refused.errors).toMatchObject([{ path: 'opinion', code: 'required' }]);
    await nursery.toCompleteness();
    const atFive = await nursery.at('step_5');
    const again = await clerk.refused('POST', `/api/tasks/${atFive.id}/complete`, {
      body: { version: atFive.version, outcome: 'out-of-scope', form: { opinion: ' ' } },
    });
    expect(again).toMatchObject({ status: 400, code: 'TASKS.FORM_INVALID' });
    await nursery.complete('step_5', 'out-of-scope', { opinion: '不属于托育机构' });
    await eventually('the case has ended', async () => (await nursery.caseFile()).status === 'ended');
    expect(await cases(nursery)).toMatchObject([{ outcome: 'out-of-scope' }]);
  });

  it('a push that the other system refuses comes back to the registration authority', async () => {
    await city.departments.set('health-commission', 'reject');
    const nursery = await city.register('daishan');
    const task = await nursery.at('step_1m');
    expect(task.officeId).toBe('daishan.market-regulation.daily-supervision');
    await city.departments.set('health-commission', 'ok');
    await nursery.complete('step_1m', 'corrected', { note: '已更正住所' });
    await nursery.at('step_2');
  });
});
