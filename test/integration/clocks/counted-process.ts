/** One task at health with a timer of 20 working days and a clock for each of these, all counted from the day that the case is given as `startedAt`. */
export const countedProcess = (
  key: string,
  clocks: readonly {
    readonly id: string;
    readonly scope: 'case' | 'unit';
    readonly days: number;
    readonly stoppedBy?: string;
  }[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn/1.0" id="d" targetNamespace="urn:test">
  <bpmn:process id="${key}" name="计算期限" isExecutable="true">
    <bpmn:extensionElements><lianban:process nameEn="Counted days"/></bpmn:extensionElements>
    <bpmn:laneSet id="lanes"><bpmn:lane id="lane" name="卫健">
      <bpmn:extensionElements><lianban:lane department="health" level="county" nameEn="Health"/></bpmn:extensionElements>
      <bpmn:flowNodeRef>begin</bpmn:flowNodeRef><bpmn:flowNodeRef>work</bpmn:flowNodeRef><bpmn:flowNodeRef>end</bpmn:flowNodeRef>
      <bpmn:flowNodeRef>reminder</bpmn:flowNodeRef><bpmn:flowNodeRef>reminded</bpmn:flowNodeRef>
    </bpmn:lane></bpmn:laneSet>
    <bpmn:startEvent id="begin" name="开始">
      <bpmn:extensionElements><lianban:label en="Begin"/><lianban:milestone name="counted.from" at="startedAt"/></bpmn:extensionElements>
      <bpmn:outgoing>a</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="work" name="办理"><bpmn:extensionElements><lianban:label en="Work"/>
      ${clocks
        .map(
          ({ id, scope, days, stoppedBy }) =>
            `<lianban:clock id="${id}" zh="${id}" en="${id}" scope="${scope}" kind="internal" amount="${days}" unit="working_day" from="counted.from" basis="PD" ladder="${days > 5 ? 'L-STD' : 'L-SHORT'}"${stoppedBy === undefined ? '' : ` stoppedBy="${stoppedBy}"`}/>`,
        )
        .join('\n      ')}
    </bpmn:extensionElements><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>
    <bpmn:boundaryEvent id="reminder" name="提醒" attachedToRef="work" cancelActivity="false">
      <bpmn:extensionElements><lianban:label en="Reminder"/></bpmn:extensionElements>
      <bpmn:outgoing>c</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:extensionElements><lianban:timer amount="20" unit="working_day" from="counted.from"/></bpmn:extensionElements></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="reminded"><bpmn:incoming>c</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="c" sourceRef="reminder" targetRef="reminded"/>
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="a" sourceRef="begin" targetRef="work"/>
    <bpmn:sequenceFlow id="b" sourceRef="work" targetRef="end"/>
  </bpmn:process>
</bpmn:definitions>`;
