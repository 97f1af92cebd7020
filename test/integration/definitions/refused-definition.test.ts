import { City, type Person } from '@lianban/testing';

const broken =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:broken"><process id="broken" isExecutable="true"><startEvent id="begin"/><userTask id="work"/><endEvent id="end"/><sequenceFlow id="f1" sourceRef="begin" targetRef="work"/><sequenceFlow id="f2" sourceRef="work" targetRef="end"/><sequenceFlow id="f3" sourceRef="end" targetRef="gone"/></process></definitions>';

const unsound =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:unsound"><process id="unsound" isExecutable="true"><startEvent id="begin"/><exclusiveGateway id="choose" default="f2"/><task id="one"/><task id="two"/><parallelGateway id="join"/><endEvent id="end"/><sequenceFlow id="f1" sourceRef="begin" targetRef="choose"/><sequenceFlow id="f2" sourceRef="choose" targetRef="one"/><sequenceFlow id="f3" sourceRef="choose" targetRef="two"><conditionExpression xsi:type="tFormalExpression">x = 1</conditionExpression></sequenceFlow><sequenceFlow id="f4" sourceRef="one" targetRef="join"/><sequenceFlow id="f5" sourceRef="two" targetRef="join"/><sequenceFlow id="f6" sourceRef="join" targetRef="end"/></process></definitions>';

describe('a definition that breaks rules of BPMN', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    admin = await city.person('admin');
  }, 60_000);
  afterAll(() => city.close());

  it('is refused with all of them at once, each with its place and in both languages', async () => {
    const body = { xml: broken, manifest: { pack: 'test' } };
    const { code, errors = [] } = await admin.refused('POST', '/api/definitions', { body });
    expect(code).toBe('DEFINITIONS.REFUSED');
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'BPMN.END_GOES_ON',
          elementId: 'end',
          line: 1,
          message: expect.stringContaining('Nothing may follow endEvent "end"'),
          zh: expect.stringContaining('之后不得有流出'),
        }),
        expect.objectContaining({ code: 'BPMN.REFERENCE_NOWHERE', elementId: 'f3' }),
      ]),
    );
  });

  it('is refused with the way that leads to where a case would stand still', async () => {
    const body = { xml: unsound, manifest: { pack: 'test' } };
    const { errors = [] } = await admin.refused('POST', '/api/definitions', { body });
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'BPMN.DEADLOCK',
        elementId: 'join',
        way: ['begin', 'f1', 'choose', 'f3', 'two', 'f5'],
      }),
    ]);
  });
});
