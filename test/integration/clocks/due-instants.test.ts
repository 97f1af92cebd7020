import type { CaseDetail } from '@lianban/contracts';
import { City, type Person } from '@lianban/testing';

/** Test vectors of the domain brief, section 9. */
const vectors = [
  ['2026-09-28', 5, 'working_day', '2026-10-10'],
  ['2026-09-28', 15, 'working_day', '2026-10-23'],
  ['2026-02-13', 5, 'working_day', '2026-02-27'],
  ['2026-02-13', 7, 'working_day', '2026-03-02'],
  ['2026-09-18', 5, 'working_day', '2026-09-24'],
  ['2025-01-24', 5, 'working_day', '2025-02-07'],
  ['2025-01-24', 20, 'working_day', '2025-02-27'],
  ['2025-09-26', 5, 'working_day', '2025-10-10'],
  ['2026-04-30', 3, 'working_day', '2026-05-08'],
  ['2026-12-01', 5, 'working_day', '2026-12-08'],
  ['2026-07-05', 90, 'calendar_day', '2026-10-08'],
  ['2026-07-10', 90, 'calendar_day', '2026-10-08'],
  ['2026-09-20', 15, 'calendar_day', '2026-10-08'],
] as const;

const periods = [...new Set(vectors.map(([, amount, unit]) => `${amount} ${unit}`))].map((text) => {
  const [amount = '', unit = ''] = text.split(' ');
  return { id: `clock_${amount}_${unit}`, amount, unit };
});

/** One task with a clock for each period, all counted from a day that the case is given. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn/1.0" id="d" targetNamespace="urn:test">
  <bpmn:process id="counted-days" name="计算期限" isExecutable="true">
    <bpmn:extensionElements><lianban:process nameEn="Counted days"/></bpmn:extensionElements>
    <bpmn:laneSet id="lanes"><bpmn:lane id="lane" name="卫健">
      <bpmn:extensionElements><lianban:lane department="health" level="county" nameEn="Health"/></bpmn:extensionElements>
      <bpmn:flowNodeRef>begin</bpmn:flowNodeRef><bpmn:flowNodeRef>work</bpmn:flowNodeRef><bpmn:flowNodeRef>end</bpmn:flowNodeRef>
    </bpmn:lane></bpmn:laneSet>
    <bpmn:startEvent id="begin" name="开始">
      <bpmn:extensionElements><lianban:label en="Begin"/><lianban:milestone name="counted.from" at="startedAt"/></bpmn:extensionElements>
      <bpmn:outgoing>a</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="work" name="办理"><bpmn:extensionElements><lianban:label en="Work"/>
      ${periods
        .map(
          ({ id, amount, unit }) =>
            `<lianban:clock id="${id}" zh="${id}" en="${id}" scope="case" kind="internal" amount="${amount}" unit="${unit}" from="counted.from" basis="PD"/>`,
        )
        .join('\n      ')}
    </bpmn:extensionElements><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="a" sourceRef="begin" targetRef="work"/>
    <bpmn:sequenceFlow id="b" sourceRef="work" targetRef="end"/>
  </bpmn:process>
</bpmn:definitions>`;

describe('due instants of a case', () => {
  let city: City;
  let admin: Person;
  beforeAll(async () => {
    city = await City.open({ withWorker: false });
    admin = await city.person('admin');
    await admin.post('/api/definitions', { xml, manifest: { pack: 'zhoushan-childcare' } });
  }, 60_000);
  afterAll(() => city.close());

  const counted = async (day: string): Promise<CaseDetail> => {
    const opened = await admin.post<{ case: { id: string } }>('/api/cases', {
      definitionKey: 'counted-days',
      title: `期限 ${day}`,
      district: '330902',
      data: { startedAt: `${day}T10:00:00+08:00` },
    });
    return admin.get(`/api/cases/${opened.case.id}`);
  };

  it.each(vectors)('%s and %d %s: %s, at the end of office hours', async (start, amount, unit, due) => {
    const { clocks } = await counted(start);
    const clock = clocks.find(({ name }) => name.en === `clock_${amount}_${unit}`);
    expect(clock?.dueAt).toBe(new Date(`${due}T17:30:00+08:00`).toISOString());
    expect(clock?.provisional).toBe(false);
    const [, month, day] = due.split('-').map(Number);
    expect(clock?.explanation.zh).toContain(`${month}月${day}日`);
    expect(clock?.explanation.en).not.toBe('');
  });

  it('are provisional where they reach into a year without a notice', async () => {
    const { clocks } = await counted('2026-12-21');
    const marks = clocks.map(({ name, provisional }) => [name.en, provisional]);
    expect(Object.fromEntries(marks)).toMatchObject({
      clock_5_working_day: false,
      clock_15_working_day: true,
      clock_90_calendar_day: true,
    });
  });
});
