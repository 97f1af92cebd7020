import { randomUUID } from 'node:crypto';
import type { CaseRow, Page, PortalView, Problem } from '@lianban/contracts';
import { City, eventually, type Nursery, type Person } from '@lianban/testing';
import { nameOf, type Route, routesOf } from './routes.js';

type Who = 'clerk' | 'registrar' | 'supervisor' | 'admin' | 'institution';

const everybody: readonly Who[] = ['clerk', 'registrar', 'supervisor', 'admin', 'institution'];
const officials: readonly Who[] = ['clerk', 'registrar', 'supervisor', 'admin'];
const overseers: readonly Who[] = ['supervisor', 'admin'];

/**
 * Who may knock at which door. A registrar of the demo is a clerk of the same desk as well, the administrator a
 * supervisor; what a person may do behind the door is for the command to judge. Routes left out are open to all.
 */
const doors: Readonly<Record<string, readonly Who[]>> = {
  'GET /api/session': everybody,
  'GET /api/live': everybody,
  'GET /api/documents/{file}': everybody,
  'GET /api/files/{id}': everybody,
  'GET /api/directory': officials,
  'GET /api/cases': officials,
  'POST /api/cases': officials,
  'GET /api/cases/{id}': officials,
  'GET /api/definitions': officials,
  'GET /api/definitions/house': ['admin'],
  'GET /api/definitions/{id}/bpmn': officials,
  'GET /api/definitions/{id}/decisions': officials,
  'POST /api/definitions': ['admin'],
  'POST /api/demo/simulate-registration': officials,
  'POST /api/demo/prepared-filing': officials,
  'POST /api/demo/business-time': overseers,
  'GET /api/inbox': officials,
  'GET /api/inbox/counts': officials,
  'GET /api/incidents': overseers,
  'POST /api/incidents/{id}/{resolution}': ['admin'],
  'GET /api/intake/events': ['admin'],
  'GET /api/intake/refusals': ['admin'],
  'GET /api/intake/events/{source}/{id}': ['admin'],
  'POST /api/intake/events/{source}/{id}/replay': ['admin'],
  'POST /api/intake/events/{source}/{id}/ignore': ['admin'],
  'POST /api/cases/{id}/clocks/{clock}/acknowledgement': officials,
  'GET /api/ladders': overseers,
  'GET /api/ladders/watch': overseers,
  'PUT /api/ladders/{code}/draft': ['admin'],
  'DELETE /api/ladders/{code}/draft': ['admin'],
  'POST /api/ladders/{code}/publish': ['admin'],
  'POST /api/ladders/{code}/dry-run': ['admin'],
  'GET /api/portal': ['institution'],
  'GET /api/portal/forms/{name}': ['institution'],
  'POST /api/portal/files': ['institution'],
  'PUT /api/portal/filing/draft': ['institution'],
  'POST /api/portal/filing': ['institution'],
  'POST /api/portal/supplement': ['institution'],
  'POST /api/registry/institutions': ['registrar'],
  'GET /api/registry/institutions': officials,
  'POST /api/registry/ledger': ['registrar'],
  'GET /api/registry/ledger-template.csv': ['registrar'],
  'GET /api/team': officials,
  'GET /api/team/tasks': officials,
  'POST /api/team/moves/preview': officials,
  'POST /api/team/moves': officials,
  'POST /api/team/hand-overs/{id}/send-back': officials,
  'POST /api/team/absences': officials,
  'POST /api/team/absences/{id}/end': officials,
  'GET /api/board': overseers,
  'GET /api/board/tasks': overseers,
  'GET /api/board/registrations-without-case': overseers,
  'GET /api/tasks/{id}': officials,
  'POST /api/tasks/{id}/claim': officials,
  'POST /api/tasks/{id}/release': officials,
  'POST /api/tasks/{id}/complete': officials,
  'POST /api/tasks/{id}/preview': officials,
  'PUT /api/tasks/{id}/draft': officials,
  'POST /api/tasks/{id}/comments': officials,
  'GET /api/tasks/{id}/acts': officials,
  'GET /api/disputes': officials,
  'GET /api/notices': officials,
  'GET /api/notices/count': officials,
  'POST /api/notices/read': officials,
  'GET /api/notices/preferences': officials,
  'PUT /api/notices/preferences': officials,
  'POST /api/notices/tests': officials,
  'GET /api/notices/tests/{id}': officials,
  'GET /api/outside-deliveries/failed': ['admin'],
  'POST /api/outside-deliveries/{kind}/{id}/retry': ['admin'],
  'GET /api/scorecards': officials,
  'GET /api/scorecards/table.xlsx': officials,
  'GET /api/scorecards/table.pdf': officials,
  'GET /api/scorecards/months': officials,
  'GET /api/scorecards/facts': officials,
  'GET /api/scorecards/signs': overseers,
  'POST /api/scorecards/facts/{id}/objection': officials,
  'POST /api/scorecards/facts/{id}/answer': overseers,
  'POST /api/scorecards/facts/{id}/conclusion': overseers,
  'POST /api/tasks/{id}/dispute': officials,
  'POST /api/disputes/{id}/designate': overseers,
  'GET /api/orders': officials,
  'GET /api/orders/counts': officials,
  'GET /api/orders/{id}': officials,
  'POST /api/orders': overseers,
  'POST /api/orders/{id}/acts': officials,
  'GET /api/agenda': overseers,
  'POST /api/agenda/{id}/settle': overseers,
  'GET /api/document-templates': ['admin'],
  'PUT /api/document-templates/{kind}': ['admin'],
  'POST /api/tasks/{id}/return': officials,
  'POST /api/tasks/{id}/return/preview': officials,
  'POST /api/tasks/{id}/take-back': officials,
  'POST /api/tasks/{id}/take-back/preview': officials,
  'POST /api/tasks/{id}/add-signer': officials,
  'POST /api/tasks/{id}/add-signer/preview': officials,
  'POST /api/tasks/{id}/remove-signer': officials,
  'POST /api/tasks/{id}/remove-signer/preview': officials,
  'POST /api/cases/{id}/suspend': overseers,
  'POST /api/cases/{id}/suspend/preview': overseers,
  'POST /api/cases/{id}/resume': overseers,
  'POST /api/cases/{id}/resume/preview': overseers,
  'GET /api/cases/{id}/clocks/acts': officials,
  'POST /api/cases/{id}/clocks/{clock}/extend': officials,
  'POST /api/cases/{id}/clocks/{clock}/extend/preview': officials,
  'POST /api/cases/{id}/clocks/{clock}/stop': officials,
  'POST /api/cases/{id}/clocks/{clock}/stop/preview': officials,
  'POST /api/cases/{id}/clocks/{clock}/resume': officials,
  'POST /api/cases/{id}/clocks/{clock}/resume/preview': officials,
  'GET /api/cases/{id}/tokens': ['admin'],
  'POST /api/cases/{id}/operations': ['admin'],
  'POST /api/cases/{id}/operations/preview': ['admin'],
  'POST /api/signals': ['admin'],
  'GET /api/calendars': officials,
  'GET /api/calendars/year': officials,
  'POST /api/calendars/counts': officials,
  'POST /api/calendars/readings': ['admin'],
  'POST /api/calendars/file-readings': ['admin'],
  'GET /api/calendars/impacts/{operation}': ['admin'],
  'PUT /api/calendars/{layer}/{code}/draft': ['admin'],
  'DELETE /api/calendars/{layer}/{code}/draft': ['admin'],
  'GET /api/calendars/{layer}/{code}/{version}': officials,
  'POST /api/calendars/{layer}/{code}/{version}/preview': ['admin'],
  'POST /api/calendars/{layer}/{code}/{version}/publish': ['admin'],
  'GET /api/emergencies': ['supervisor', 'admin'],
  'POST /api/emergencies': ['supervisor', 'admin'],
  'POST /api/emergencies/preview': ['supervisor', 'admin'],
  'POST /api/emergencies/{id}/lift': ['supervisor', 'admin'],
  'GET /api/bulk-operations': ['admin'],
  'GET /api/bulk-operations/{id}': ['admin'],
  'GET /api/bulk-operations/{id}/failures': ['admin'],
  'POST /api/bulk-operations/{id}/{act}': ['admin'],
  'POST /api/cases/{id}/migration': ['admin'],
  'POST /api/cases/{id}/migration/preview': ['admin'],
  'GET /api/definitions/{id}/cases': ['admin'],
  'GET /api/definitions/{id}/migration': ['admin'],
  'POST /api/migrations': ['admin'],
  'POST /api/migrations/preview': ['admin'],
  'GET /api/trail': overseers,
  'GET /api/trail/verdict': overseers,
  'GET /api/trail/entries/{id}/proof': overseers,
  'POST /api/trail/erasures': ['admin'],
};

/** Doors without a session: sign-in, health, and the one for machines, which asks for a signature. */
const open = [
  'POST /api/session',
  'DELETE /api/session',
  'GET /api/demo/logins',
  'GET /api/openapi.json',
  'POST /api/events',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
];

describe('who may do what', () => {
  let city: City;
  let routes: readonly Route[];
  let people: Readonly<Record<Who, Person>>;
  let dinghai: Nursery;
  let putuo: Nursery;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    routes = await routesOf(city.visitor);
    [dinghai, putuo] = await Promise.all([city.register(), city.register('putuo')]);
    await Promise.all([dinghai.toLanes(), putuo.at('step_2')]);
    people = {
      clerk: await city.person('health.dinghai'),
      registrar: await city.person('market-regulation.dinghai.registrar'),
      supervisor: await city.person('supervisor.dinghai'),
      admin: await city.person('admin'),
      institution: await dinghai.portal(),
    };
  }, 90_000);
  afterAll(() => city.close());

  it('is decided for every route there is', () => {
    expect(routes.map(nameOf).toSorted()).toEqual([...Object.keys(doors), ...open].toSorted());
  });

  it('no route of people opens without a session, and no mutation from another site', async () => {
    const answers: string[] = [];
    for (const route of routes.filter((it) => nameOf(it) in doors)) {
      const path = route.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const sending = route.method === 'GET' ? {} : { body: {} };
      const answer = await city.visitor.send<Problem>(route.method, path, sending);
      if (answer.status !== 401 || answer.body.code !== 'AUTH.NO_SESSION')
        answers.push(`${nameOf(route)}: ${answer.text}`);
    }
    expect(answers).toEqual([]);
  });

  it.each(everybody)('a %s gets through its own doors and no other', async (who) => {
    const wrong: string[] = [];
    for (const route of routes) {
      const allowed = doors[nameOf(route)];
      // A stream that is open stays open: who may not is still told.
      if (allowed === undefined || (nameOf(route) === 'GET /api/live' && allowed.includes(who))) continue;
      const path = route.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      // Nothing is done behind an open door: no command takes this body.
      const sending = route.method === 'GET' ? {} : { body: { nobodyKnowsThis: true } };
      const answer = await people[who].send<Problem>(route.method, path, sending);
      const refused = answer.status === 403 && answer.body.code === 'AUTH.NOT_ALLOWED';
      if (refused === allowed.includes(who) || answer.status === 401 || answer.status >= 500)
        wrong.push(`${nameOf(route)}: ${answer.status} ${answer.text.slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('reading a case follows taking part in it', async () => {
    const id = await dinghai.caseId();
    const read = async (username: string): Promise<number> =>
      (await (await city.person(username)).send('GET', `/api/cases/${id}`)).status;
    // Health opened the dossier, fire and mother and child care hold lanes; education has none in this case.
    expect(await read('health.dinghai')).toBe(200);
    expect(await read('fire.dinghai')).toBe(200);
    expect(await read('mch.dinghai')).toBe(200);
    expect(await read('education.dinghai')).toBe(403);
    expect(await read('fire.putuo')).toBe(403);
    expect(await read('supervisor.dinghai')).toBe(200);
    const stranger = await city.person('fire.putuo');
    expect(await stranger.refused('GET', `/api/cases/${id}`)).toMatchObject({ code: 'CASES.NOT_YOURS' });
    const listed = await (await city.person('fire.dinghai')).get<Page<CaseRow>>('/api/cases');
    expect(listed.items.map((row) => row.id)).toEqual([id]);
    expect((await stranger.get<Page<CaseRow>>('/api/cases')).items).toEqual([]);
    const unknown = await stranger.refused('GET', `/api/cases/${randomUUID()}`);
    expect(unknown).toMatchObject({ status: 404, code: 'CASES.UNKNOWN' });
  });

  it('a task is its office’s own: nobody else reads, claims, fills, remarks on or completes it', async () => {
    const task = await dinghai.at('step_6a');
    const path = `/api/tasks/${task.id}`;
    for (const username of ['health.dinghai', 'fire.putuo']) {
      const other = await city.person(username);
      for (const attempt of [
        other.refused('GET', path),
        other.refused('POST', `${path}/claim`, { body: {} }),
        other.refused('POST', `${path}/comments`, { body: { body: '备注' } }),
        other.refused('PUT', `${path}/draft`, { body: { data: {} } }),
        other.refused('POST', `${path}/complete`, {
          body: { version: task.version, outcome: 'ok', form: {} },
        }),
      ])
        expect(await attempt).toMatchObject({ status: 403, code: 'TASKS.NOT_YOUR_OFFICE' });
    }
    expect(await (await city.person('fire.dinghai')).get(path)).toMatchObject({
      id: task.id,
      whyMine: { zh: expect.stringContaining('消防'), en: expect.any(String) },
      may: { claim: true, complete: true },
    });
    expect(await (await city.person('supervisor.dinghai')).get(path)).toMatchObject({
      may: { claim: false, complete: false },
    });
    expect(await dinghai.at('step_6a')).toMatchObject({ version: task.version });
  });

  it('uploads and documents are for who filed them and who works on them', async () => {
    const [file] = await city.database.query<{ id: string }>(
      'SELECT id FROM stored_file WHERE institution_id = $1',
      [dinghai.id],
    );
    await dinghai.answerLanes();
    await dinghai.complete('step_7', 'receipt');
    const view = await eventually('the receipt is made', async () => {
      const page = await (await dinghai.portal()).get<PortalView>('/api/portal');
      return page.documents[0]?.state === 'ready' && page;
    });
    const paths = [`/api/files/${file?.id}`, `/api/documents/${view.documents[0]?.id}.pdf`];
    const status = async (person: Person, path: string): Promise<number> =>
      (await person.send('GET', path)).status;
    for (const path of paths) {
      expect(await status(await dinghai.portal(), path)).toBe(200);
      expect(await status(await city.person('fire.dinghai'), path)).toBe(200);
      expect(await status(await city.person('supervisor.dinghai'), path)).toBe(200);
      // What is not yours is not there.
      expect(await status(await putuo.portal(), path)).toBe(404);
      expect(await status(await city.person('fire.putuo'), path)).toBe(404);
    }
    const answer = await (await dinghai.portal()).send('GET', paths[0] ?? '');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('one institution files for itself only, with its own uploads', async () => {
    const { fileId, kind } = await dinghai.upload('licence');
    await putuo.complete('step_2', 'filing-needed');
    const portal = await putuo.portal();
    const refused = await portal.refused('POST', '/api/portal/filing', {
      body: {
        form: {
          places: 10,
          contactName: '甲',
          contactPhone: '1',
          commitment: true,
          materials: [{ kind, fileId }],
        },
      },
    });
    expect(refused).toMatchObject({ status: 400, code: 'PORTAL.FORM_INVALID' });
    expect(refused.errors).toMatchObject([{ path: 'form.materials.0.fileId', code: 'unknown-file' }]);
  });

  it('a session that was signed out is over', async () => {
    const person = await city.person('mch.dinghai');
    expect((await person.send('GET', '/api/session')).status).toBe(200);
    expect((await person.send('DELETE', '/api/session')).status).toBe(204);
    expect((await person.send('GET', '/api/session')).status).toBe(401);
  });
});
