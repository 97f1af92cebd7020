/** A small definition that uses what a definition can use; specs break it in one place at a time. */
export const specimen = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:lianban="http://lianban.org/schema/bpmn/1.0" id="definitions" targetNamespace="http://lianban.org/specimen">
  <bpmn:message id="msg_filed" name="filed"/>
  <bpmn:message id="msg_answered" name="answered"><bpmn:extensionElements><lianban:message early="refused" correlationKey="event.data.id"/></bpmn:extensionElements></bpmn:message>
  <bpmn:signal id="sig_done" name="done"/>
  <bpmn:error id="err_refused" name="REFUSED" errorCode="REFUSED"/>
  <bpmn:process id="filing" name="备案" isExecutable="true">
    <bpmn:extensionElements><lianban:process businessKey="institutionId" nameEn="Filing"/></bpmn:extensionElements>
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="lane_health" name="卫健">
        <bpmn:extensionElements><lianban:lane department="health" level="county" nameEn="Health"/></bpmn:extensionElements>
        <bpmn:flowNodeRef>check</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="begin">
      <bpmn:extensionElements><lianban:milestone name="filing.submitted"/></bpmn:extensionElements>
      <bpmn:outgoing>f1</bpmn:outgoing>
      <bpmn:messageEventDefinition id="begin_def" messageRef="msg_filed"/>
    </bpmn:startEvent>
    <bpmn:userTask id="check" name="审查">
      <bpmn:extensionElements>
        <lianban:label en="Check" stepNo="1"/>
        <lianban:task form="check" role="inspection" rules="two-officers"/>
        <lianban:outcome code="ok" zh="符合" en="Conforms" legal="true"/>
        <lianban:clock id="clock_check" zh="审查" en="Check" scope="unit" kind="statutory" amount="5" unit="working_day" from="filing.submitted" basis="FILING-9A" ladder="L-LEGAL" metWhen='outcome = "ok"' stoppedBy="supplement" leastAfterStop="1"/>
        <lianban:emit type="checked" when="places &gt; 3"><lianban:field target="a" expression="1 > 0"/></lianban:emit>
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming>
      <bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="late" attachedToRef="check" cancelActivity="false">
      <bpmn:outgoing>f7</bpmn:outgoing>
      <bpmn:timerEventDefinition id="late_def"><bpmn:extensionElements><lianban:timer amount="3" unit="working_day" from="filing.submitted"/></bpmn:extensionElements><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="end_late"><bpmn:incoming>f7</bpmn:incoming></bpmn:endEvent>
    <bpmn:exclusiveGateway id="ok" default="f4">
      <bpmn:incoming>f2</bpmn:incoming>
      <bpmn:outgoing>f3</bpmn:outgoing>
      <bpmn:outgoing>f4</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="publish">
      <bpmn:extensionElements><lianban:service kind="conductor" name="publish-filing"/><lianban:input target="id" expression="institutionId"/></bpmn:extensionElements>
      <bpmn:incoming>f3</bpmn:incoming>
      <bpmn:outgoing>f5</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:receiveTask id="answer" messageRef="msg_answered">
      <bpmn:extensionElements><lianban:clockStop action="resume" ground="supplement"/></bpmn:extensionElements>
      <bpmn:incoming>f4</bpmn:incoming>
      <bpmn:outgoing>f6</bpmn:outgoing>
    </bpmn:receiveTask>
    <bpmn:intermediateCatchEvent id="pause">
      <bpmn:incoming>f5</bpmn:incoming>
      <bpmn:outgoing>f8</bpmn:outgoing>
      <bpmn:timerEventDefinition id="pause_def"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT30S</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:intermediateThrowEvent id="tell">
      <bpmn:incoming>f8</bpmn:incoming>
      <bpmn:outgoing>f9</bpmn:outgoing>
      <bpmn:signalEventDefinition id="tell_def" signalRef="sig_done"/>
    </bpmn:intermediateThrowEvent>
    <bpmn:endEvent id="end"><bpmn:extensionElements><lianban:end outcome="filed"/></bpmn:extensionElements><bpmn:incoming>f9</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="end_refused"><bpmn:incoming>f6</bpmn:incoming><bpmn:errorEventDefinition id="end_refused_def" errorRef="err_refused"/></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="check"/>
    <bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="ok"/>
    <bpmn:sequenceFlow id="f3" sourceRef="ok" targetRef="publish"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">check.outcome = "ok"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="ok" targetRef="answer"/>
    <bpmn:sequenceFlow id="f5" sourceRef="publish" targetRef="pause"/>
    <bpmn:sequenceFlow id="f6" sourceRef="answer" targetRef="end_refused"/>
    <bpmn:sequenceFlow id="f7" sourceRef="late" targetRef="end_late"/>
    <bpmn:sequenceFlow id="f8" sourceRef="pause" targetRef="tell"/>
    <bpmn:sequenceFlow id="f9" sourceRef="tell" targetRef="end"/>
  </bpmn:process>
</bpmn:definitions>
`;
