/**
 * A process as a large authority might draw it, in blocks one behind the other: a task with a deadline, a choice, a check
 * side by side in two offices, a wait, a script. With lanes, data, conditions, boundary events and a diagram.
 * @param {number} elements flow nodes, about
 */
export const largeProcess = (elements) => {
  /** @type {string[]} */
  const nodes = [];
  /** @type {{id: string, from: string, to: string, condition?: string}[]} */
  const flows = [];
  const link = (/** @type {string} */ from, /** @type {string} */ to, /** @type {string=} */ condition) => {
    flows.push({ id: `${from}-${to}`, from, to, ...(condition === undefined ? {} : { condition }) });
  };
  const add = (/** @type {string} */ type, /** @type {string} */ id, more = '', attributes = '') =>
    nodes.push(`<bpmn:${type} id="${id}" name="${id}"${attributes}>${more}FLOWS:${id}</bpmn:${type}>`);
  const ids = ['start'];
  add('startEvent', 'start', extended('<lianban:milestone name="begun"/>'));
  let before = 'start';
  for (let block = 1; ids.length < elements; block += 1) {
    const id = (/** @type {string} */ name) => `${name}${block}`;
    const [check, late, ended, choice, fork, left, right, join, wait, count] = [
      'check',
      'late',
      'ended',
      'choice',
      'fork',
      'left',
      'right',
      'join',
      'wait',
      'count',
    ].map(id);
    add(
      'userTask',
      check,
      extended(
        `<lianban:outcome code="ok" zh="同意" en="Agree"/><lianban:outcome code="no" zh="不同意" en="Refuse"/>${clock(block)}`,
      ),
    );
    add('boundaryEvent', late, '', ` attachedToRef="${check}" cancelActivity="false"`);
    add('endEvent', ended);
    add('exclusiveGateway', choice, '', ` default="${choice}-${fork}"`);
    add('parallelGateway', fork);
    add('userTask', left);
    add('serviceTask', right, extended('<lianban:service kind="local" name="match"/>'));
    add('parallelGateway', join);
    add('intermediateCatchEvent', wait);
    add('scriptTask', count, '', ' scriptFormat="feel"');
    ids.push(check, late, ended, choice, fork, left, right, join, wait, count);
    link(before, check);
    link(late, ended);
    link(check, choice);
    link(choice, fork);
    link(choice, count, `${check}.outcome = "no" and total &lt; ${block}`);
    link(fork, left);
    link(fork, right);
    link(left, join);
    link(right, join);
    link(join, wait);
    link(wait, count);
    before = count;
  }
  add('endEvent', 'end');
  ids.push('end');
  link(before, 'end');
  const order = (/** @type {string} */ id) =>
    [
      ...flows.filter(({ to }) => to === id).map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`),
      ...flows.filter(({ from }) => from === id).map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`),
      ...(id.startsWith('late') ? [timer('PT72H')] : []),
      ...(id.startsWith('wait') ? [timer('PT30S')] : []),
      ...(id.startsWith('count') ? [script] : []),
    ].join('');
  const lane = `<bpmn:laneSet id="lanes"><bpmn:lane id="lane" name="卫健">${extended('<lianban:lane department="health" level="county"/>')}${ids.map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`).join('')}</bpmn:lane></bpmn:laneSet>`;
  const sequence = flows.map(
    ({ id, from, to, condition }) =>
      `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition === undefined ? '' : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`,
  );
  const shapes = ids.map(
    (id, at) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${at * 150}" y="100" width="100" height="80"/></bpmndi:BPMNShape>`,
  );
  const edges = flows.map(
    ({ id }, at) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${at}" y="140"/><di:waypoint x="${at + 50}" y="140"/></bpmndi:BPMNEdge>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:lianban="http://lianban.org/schema/bpmn/1.0" id="definitions" targetNamespace="urn:bench">
<bpmn:process id="large" isExecutable="true"><bpmn:property id="v_total" name="total"/>${lane}
${nodes.map((node) => node.replace(/FLOWS:([\w]+)/, (_all, id) => order(id))).join('\n')}
${sequence.join('\n')}</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="large">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
  return { xml, nodes: ids.length, flows: flows.length };
};

const extended = (/** @type {string} */ inside) =>
  `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;

const clock = (/** @type {number} */ number) =>
  `<lianban:clock id="clock${number}" zh="审查" en="Check" scope="unit" kind="statutory" amount="5" unit="working_day" from="begun" basis="LIC-42" metWhen='outcome = "ok"'/>`;

const timer = (/** @type {string} */ iso) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${iso}</bpmn:timeDuration></bpmn:timerEventDefinition>`;

const script =
  '<bpmn:dataOutputAssociation><bpmn:targetRef>v_total</bpmn:targetRef><bpmn:assignment><bpmn:from xsi:type="bpmn:tFormalExpression">total + 1</bpmn:from><bpmn:to xsi:type="bpmn:tFormalExpression">total</bpmn:to></bpmn:assignment></bpmn:dataOutputAssociation><bpmn:script>null</bpmn:script>';
