import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { City, type Person } from '@lianban/testing';
import { Desk, fixture, publish } from '../office-patterns/desk.js';

const dmn = readFileSync(
  join(import.meta.dirname, '..', '..', 'fixtures', 'workflows', 'risk-class.dmn'),
  'utf8',
);
/** What the clerk who visits fills in. */
const visitForm = { type: 'default', components: [{ type: 'textfield', key: 'finding', label: '发现' }] };

describe('a process that another definition calls', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T09:00:00+08:00', withWorker: false });
    admin = await city.person('admin');
  }, 90_000);
  afterAll(() => city.close());

  const publishCalled = (limit: string): Promise<{ readonly version: number }> =>
    admin.post('/api/definitions', {
      xml: fixture('risk-class').replace(
        '<lianban:label en="Visit"/>',
        '<lianban:label en="Visit"/><lianban:task form="visit"/>',
      ),
      manifest: { pack: 'test' },
      forms: { visit: { zh: visitForm, en: visitForm } },
      decisions: { 'risk.dmn': dmn.replaceAll(' 50', ` ${limit}`) },
    });

  it('is refused where the house has no such definition, with the call named', async () => {
    const body = { xml: fixture('calls-risk-class'), manifest: { pack: 'test' } };
    const { errors = [] } = await admin.refused('POST', '/api/definitions', { body });
    expect(errors.map(({ elementId }) => elementId)).toContain('classify');
  });

  it('runs inside the case, with its own forms and decisions, and gives back what is mapped', async () => {
    await publishCalled('50');
    await publish(city, 'calls-risk-class');
    const desk = await Desk.open(city, 'calls-risk-class', { capacity: 80 });
    expect(await desk.stands()).toEqual(['risk-class/visit']);
    const task = await desk.task('risk-class/visit');
    const clerk = await desk.clerk(task);
    expect(await clerk.get(`/api/tasks/${task.id}`)).toMatchObject({
      form: { zh: visitForm },
      office: { id: 'dinghai.health.application-filing' },
    });
    const form = { finding: '消防通道堆物' };
    await clerk.post(`/api/tasks/${task.id}/complete`, { version: task.version, form });
    expect(await desk.stands()).toEqual(['conclude']);
    expect((await desk.file()).data).toMatchObject({ grade: 'high', capacity: 80 });
    await desk.complete('conclude');
    expect(await desk.file()).toMatchObject({ status: 'ended' });
  });

  it('stays as it was when its caller was published, until that is published again', async () => {
    await publishCalled('10');
    const before = await Desk.open(city, 'calls-risk-class', { capacity: 20 });
    expect(await before.stands()).toEqual(['risk-class/desk']);
    await publish(city, 'calls-risk-class');
    const after = await Desk.open(city, 'calls-risk-class', { capacity: 20 });
    expect(await after.stands()).toEqual(['risk-class/visit']);
    expect(await before.stands()).toEqual(['risk-class/desk']);
  });

  it('may be called in one of its older versions', async () => {
    const { version } = await publishCalled('30');
    await publishCalled('10');
    await publish(city, 'calls-risk-class', (xml) =>
      xml
        .replace('process id="calls-risk-class"', 'process id="calls-older"')
        .replace(
          '<lianban:label en="Risk class"/>',
          `<lianban:label en="x"/><lianban:call version="${version}"/>`,
        ),
    );
    const desk = await Desk.open(city, 'calls-older', { capacity: 20 });
    expect(await desk.stands()).toEqual([`risk-class@${version}/desk`]);
  });
});
