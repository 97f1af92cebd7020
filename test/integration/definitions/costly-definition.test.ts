import { City, type Person } from '@lianban/testing';

/** A file as large as the compiler admits, with a finding at every step. */
const longProcess = (steps: number): string => {
  const parts = ['<startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="t0"/>'];
  for (let i = 0; i < steps; i += 1) {
    parts.push(`<userTask id="t${i}"/><sequenceFlow id="f${i}" sourceRef="t${i}" targetRef="t${i + 1}"/>`);
  }
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:long"><process id="long" isExecutable="true">${parts.join('')}<endEvent id="t${steps}"/></process></definitions>`;
};

describe('a definition that costs much to judge', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    admin = await city.person('admin');
  }, 60_000);
  afterAll(() => city.close());

  it('is refused with its first findings and their number, and nobody waits behind it', async () => {
    const order: string[] = [];
    const body = { xml: longProcess(1_500), manifest: { pack: 'test' } };
    const verdict = admin.refused('POST', '/api/definitions', { body }).then((problem) => {
      order.push('verdict');
      return problem;
    });
    for (let i = 0; i < 5; i += 1) {
      await admin.get('/api/session');
      order.push('answer');
    }
    const { code, errors = [], details } = await verdict;
    expect(order).toEqual([...Array<string>(5).fill('answer'), 'verdict']);
    expect(code).toBe('DEFINITIONS.REFUSED');
    expect(errors).toHaveLength(200);
    expect(Number(details?.['found'])).toBeGreaterThanOrEqual(1_500);
    expect(errors[0]).toMatchObject({ elementId: expect.any(String), line: 1 });
  });
});
