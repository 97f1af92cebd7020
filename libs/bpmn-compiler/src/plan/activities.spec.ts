import { bpmnFile, flow, planOf, refusalsOf } from '../specimens/bpmn-file.js';

const step = async (xml: string, id = 'step'): Promise<unknown> => (await planOf(xml)).nodes[id];
const inside = (text: string): string => bpmnFile(`<startEvent id="start"/>${flow('start', 'step')}${text}`);

describe('a task', () => {
  it.each([
    ['<task id="step"/>', { type: 'task' }],
    ['<manualTask id="step"/>', { type: 'manualTask', outcomes: [] }],
    ['<userTask id="step"/>', { type: 'userTask', outcomes: [], rules: [] }],
    ['<serviceTask id="step"/>', { implementation: { kind: 'conductor', operation: '' } }],
    ['<serviceTask id="step" implementation="##WebService"/>', { implementation: { operation: '' } }],
    ['<serviceTask id="step" implementation="post"/>', { implementation: { operation: 'post' } }],
    ['<businessRuleTask id="step" implementation="risk"/>', { type: 'businessRuleTask', decision: 'risk' }],
    [
      '<businessRuleTask id="step"><extensionElements><lianban:decision ref="risk" result="level"/></extensionElements></businessRuleTask>',
      { decision: 'risk', outputs: [{ target: 'level', expression: 'result' }] },
    ],
    ['<businessRuleTask id="step"/>', { type: 'task' }],
    [
      '<scriptTask id="step" scriptFormat="text/feel"><script>1 + 1</script></scriptTask>',
      { script: '1 + 1' },
    ],
    ['<scriptTask id="step"><script><![CDATA["a < b"]]></script></scriptTask>', { script: '"a < b"' }],
    ['<scriptTask id="step"/>', { type: 'task' }],
    ['<callActivity id="step"/>', { type: 'task' }],
    [
      '<task id="step" startQuantity="2" completionQuantity="3"/>',
      { startQuantity: 2, completionQuantity: 3 },
    ],
  ])('%s', async (text, node) => {
    expect(await step(inside(text))).toMatchObject(node);
  });

  it('that sends names its message, and one that receives may begin a case', async () => {
    const xml = bpmnFile(
      '<sendTask id="send" messageRef="m"/><receiveTask id="receive" messageRef="m" instantiate="true"/>',
      '<message id="m" name="asked"/>',
    );
    expect(await step(xml, 'send')).toMatchObject({ implementation: { kind: 'message', message: 'asked' } });
    expect(await step(xml, 'receive')).toMatchObject({ message: 'asked', instantiate: true });
  });

  it('in another language is refused by name', async () => {
    const xml = inside('<scriptTask id="step" scriptFormat="javascript"><script>a()</script></scriptTask>');
    expect(await refusalsOf(xml)).toEqual([
      'BPMN.UNSUPPORTED_ELEMENT step: A script in javascript cannot run here.',
    ]);
  });
});

describe('a sub-process', () => {
  it.each([
    ['<subProcess id="step"><startEvent id="in"/></subProcess>', { start: 'in' }],
    ['<transaction id="step"/>', { type: 'subProcess', transaction: true }],
    [
      '<adHocSubProcess id="step"><task id="a"/></adHocSubProcess>',
      { adHoc: { ordering: 'parallel', cancelRemaining: true } },
    ],
    [
      '<adHocSubProcess id="step" ordering="Sequential" cancelRemainingInstances="false"><completionCondition>done</completionCondition></adHocSubProcess>',
      { adHoc: { ordering: 'sequential', cancelRemaining: false, completion: 'done' } },
    ],
  ])('%s', async (text, node) => {
    expect(await step(inside(text))).toMatchObject(node);
  });

  it('without one start event is entered at all that nothing leads to', async () => {
    const two = '<subProcess id="step"><startEvent id="a"/><startEvent id="b"/></subProcess>';
    expect(await step(inside(two))).not.toHaveProperty('start');
    expect(await step(inside('<subProcess id="step"><task id="a"/></subProcess>'))).not.toHaveProperty(
      'start',
    );
  });

  it('of events is started by the event inside, which says whether it interrupts', async () => {
    const xml = inside(
      `<task id="step"/><subProcess id="sub" triggeredByEvent="true"><startEvent id="a" isInterrupting="false"><errorEventDefinition/></startEvent></subProcess>`,
    );
    expect(await step(xml, 'sub')).toMatchObject({ triggeredByEvent: true });
    expect(await step(xml, 'sub')).not.toHaveProperty('start');
    expect(await step(xml, 'a')).toMatchObject({ parent: 'sub', interrupting: false });
  });
});

describe('a gateway', () => {
  it.each([
    [
      '<complexGateway id="step"><activationCondition>activationCount &gt; 1</activationCondition></complexGateway>',
      { activation: 'activationCount > 1' },
    ],
    ['<eventBasedGateway id="step"/>', { type: 'eventBasedGateway' }],
    ['<eventBasedGateway id="step" instantiate="true"/>', { instantiate: 'exclusive' }],
    [
      '<eventBasedGateway id="step" instantiate="true" eventGatewayType="Parallel"/>',
      { instantiate: 'parallel' },
    ],
  ])('%s', async (text, node) => {
    expect(await step(inside(text))).toMatchObject(node);
  });

  it('needs no condition on its flows here', async () => {
    const xml = inside(
      `<exclusiveGateway id="step"/>${flow('step', 'a')}${flow('step', 'b')}<task id="a"/><task id="b"/>`,
    );
    expect((await planOf(xml)).flows['step_a']).toEqual({ id: 'step_a', from: 'step', to: 'a' });
  });
});

describe('a loop', () => {
  const looped = (loop: string, more = ''): string => inside(`<userTask id="step">${more}${loop}</userTask>`);

  it.each([
    [
      '<standardLoopCharacteristics testBefore="true" loopMaximum="3"><loopCondition>i &lt; 5</loopCondition></standardLoopCharacteristics>',
      { kind: 'standard', condition: 'i < 5', testBefore: true, maximum: '3' },
    ],
    ['<standardLoopCharacteristics/>', { kind: 'standard', testBefore: false }],
    [
      '<standardLoopCharacteristics loopMaximum="most + 1"/>',
      { kind: 'standard', testBefore: false, maximum: 'most + 1' },
    ],
    [
      '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>3</loopCardinality><completionCondition>numberOfCompletedInstances &gt; 1</completionCondition></multiInstanceLoopCharacteristics>',
      {
        kind: 'multi',
        sequential: true,
        cardinality: '3',
        completion: 'numberOfCompletedInstances > 1',
        behavior: 'all',
      },
    ],
  ])('%s', async (loop, expected) => {
    expect(await step(looped(loop))).toHaveProperty('loop', expected);
  });

  it.each([
    ['None', 'noneBehaviorEventRef', 'none'],
    ['One', 'oneBehaviorEventRef', 'one'],
  ])('throws an event by the behaviour %s', async (word, reference, behavior) => {
    const xml = bpmnFile(
      `<task id="step"><multiInstanceLoopCharacteristics behavior="${word}" ${reference}="signalled"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>`,
      '<signal id="s" name="ready"/><signalEventDefinition id="signalled" signalRef="s"/>',
    );
    expect(await step(xml)).toMatchObject({
      loop: { behavior, event: { kind: 'signal', signal: 'ready' } },
    });
  });

  it('throws by conditions', async () => {
    const loop = `<multiInstanceLoopCharacteristics behavior="Complex"><loopCardinality>2</loopCardinality><complexBehaviorDefinition>
      <condition xsi:type="tFormalExpression">numberOfCompletedInstances = 1</condition><event id="ev"><signalEventDefinition signalRef="s"/></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics>`;
    const xml = bpmnFile(`<task id="step">${loop}</task>`, '<signal id="s" name="ready"/>');
    expect(await step(xml)).toMatchObject({
      loop: {
        behavior: 'complex',
        complex: [
          { condition: 'numberOfCompletedInstances = 1', event: { kind: 'signal', signal: 'ready' } },
        ],
      },
    });
  });

  const lists = `<property id="v_all" name="all"/><property id="v_done" name="done"/>`;

  it('takes its items from a variable and gathers what each gives', async () => {
    const xml = bpmnFile(
      `${lists}<scriptTask id="step"><ioSpecification><dataOutput id="out"/><inputSet/><outputSet><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>
       <multiInstanceLoopCharacteristics><loopDataInputRef>v_all</loopDataInputRef><loopDataOutputRef>v_done</loopDataOutputRef>
       <inputDataItem id="i1" name="one"/><outputDataItem id="i2" name="double"/></multiInstanceLoopCharacteristics><script>one * 2</script></scriptTask>`,
    );
    expect(await step(xml)).toMatchObject({
      loop: { collection: 'all', item: 'one', output: { collection: 'done', item: 'result' } },
      outputs: [],
    });
  });

  it('reaches them through the data inputs and outputs of the task', async () => {
    const xml = bpmnFile(
      `${lists}<userTask id="step"><ioSpecification><dataInput id="in" name="people"/><dataOutput id="out" name="answers"/><inputSet/><outputSet/></ioSpecification>
       <dataInputAssociation><sourceRef>v_all</sourceRef><targetRef>in</targetRef></dataInputAssociation>
       <dataOutputAssociation><sourceRef>out</sourceRef><targetRef>v_done</targetRef></dataOutputAssociation>
       <multiInstanceLoopCharacteristics><loopDataInputRef>in</loopDataInputRef><loopDataOutputRef>out</loopDataOutputRef>
       <inputDataItem id="i1" name="person"/><outputDataItem id="i2" name="answer"/></multiInstanceLoopCharacteristics></userTask>`,
    );
    expect(await step(xml)).toMatchObject({
      inputs: [],
      outputs: [],
      loop: { collection: 'all', item: 'person', output: { collection: 'done', item: 'answer' } },
    });
  });

  it('of a sub-process has the item it gives as a variable of each instance', async () => {
    const xml = bpmnFile(
      `${lists}<subProcess id="step"><multiInstanceLoopCharacteristics><loopDataInputRef>v_all</loopDataInputRef><loopDataOutputRef>v_done</loopDataOutputRef>
       <inputDataItem id="i1" name="one"/><outputDataItem id="i2" name="answer"/></multiInstanceLoopCharacteristics><task id="inner"/></subProcess>`,
    );
    expect(await step(xml)).toMatchObject({
      variables: [{ name: 'answer' }],
      loop: { output: { collection: 'done', item: 'answer' } },
    });
  });
});
