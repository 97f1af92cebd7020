import { compileDefinitions } from '../compile-definitions.js';
import { compileProcess } from '../compile-process.js';
import { bpmnFile, flow, planOf, refusalsOf } from '../specimens/bpmn-file.js';

const call = (called: string, more = ''): string =>
  `<callActivity id="call" calledElement="${called}">${more}</callActivity>`;

describe('a call', () => {
  it('takes in the process of the file, with its data', async () => {
    const plan = await planOf(
      bpmnFile(
        call('q'),
        `<process id="q" name="Other"><property id="v" name="x"/><startEvent id="begin"/>${flow('begin', 'work')}<userTask id="work"/></process>`,
      ),
    );
    expect(plan.called).toEqual({
      q: { key: 'q', name: { zh: 'Other', en: 'Other' }, start: 'begin', variables: [{ name: 'x' }] },
    });
    expect(plan.nodes['work']).toMatchObject({ type: 'userTask', process: 'q', incoming: ['begin_work'] });
    expect(plan.nodes['call']).toMatchObject({ type: 'callActivity', calls: 'q' });
    expect(plan.nodes['call']).not.toHaveProperty('process');
  });

  it('takes in a global task as a process of one step', async () => {
    const plan = await planOf(
      bpmnFile(
        call('t:g'),
        `<globalScriptTask id="g" scriptLanguage="feel"><ioSpecification><dataInput id="in" name="n"/><dataOutput id="out" name="twice"/><inputSet/><outputSet/></ioSpecification><script>n * 2</script></globalScriptTask>`,
        'xmlns:t="urn:specimen"',
      ),
    );
    expect(plan.called).toMatchObject({ g: { variables: [{ name: 'n' }, { name: 'twice' }] } });
    expect(plan.nodes['g']).toMatchObject({
      type: 'scriptTask',
      process: 'g',
      script: 'n * 2',
      outputs: [{ target: 'twice', expression: 'result' }],
    });
  });

  it.each([
    ['globalUserTask', 'userTask'],
    ['globalManualTask', 'manualTask'],
    ['globalTask', 'task'],
    ['globalBusinessRuleTask', 'task'],
  ])('knows %s', async (global, type) => {
    const plan = await planOf(bpmnFile(call('g'), `<${global} id="g"/>`));
    expect(plan.nodes['g']).toMatchObject({ type, process: 'g' });
  });

  it('maps data both ways', async () => {
    const data = `<ioSpecification><dataInput id="in" name="n"/><dataOutput id="out" name="sum total"/><inputSet/><outputSet/></ioSpecification>
      <dataInputAssociation><sourceRef>v</sourceRef><targetRef>in</targetRef></dataInputAssociation>
      <dataOutputAssociation><sourceRef>out</sourceRef><targetRef>v</targetRef></dataOutputAssociation>`;
    const plan = await planOf(
      bpmnFile(
        `<property id="v" name="x"/>${call('q', data)}`,
        '<process id="q"><task id="work"/></process>',
      ),
    );
    expect(plan.nodes['call']).toMatchObject({
      inputs: [{ target: 'n', expression: 'x' }],
      outputs: [{ target: 'x', expression: 'get value(result, "sum total")' }],
    });
  });

  it('may be of the process itself, whose nodes are then there twice', async () => {
    const plan = await planOf(
      bpmnFile(
        `<startEvent id="start"/>${flow('start', 'call')}${call('p')}${flow('call', 'end')}<endEvent id="end"/>`,
      ),
    );
    expect(plan.called).toMatchObject({ p: { start: 'p/start' } });
    expect(plan.nodes['p/call']).toMatchObject({
      shownAt: 'call',
      process: 'p',
      calls: 'p',
      incoming: ['p/start_call'],
      outgoing: ['p/call_end'],
    });
    expect(plan.flows['p/start_call']).toEqual({ id: 'p/start_call', from: 'p/start', to: 'p/call' });
  });

  it('may go round through others', async () => {
    const { plans, diagnostics } = await compileDefinitions(
      bpmnFile(call('q'), '<process id="q"><callActivity id="back" calledElement="p"/></process>'),
    );
    expect(diagnostics).toEqual([]);
    expect(Object.keys(plans['p']?.nodes ?? {}).toSorted()).toEqual(['back', 'call', 'p/call']);
    expect(Object.keys(plans['q']?.called ?? {}).toSorted()).toEqual(['p', 'q']);
  });

  it('of what is not at hand is refused, or passes where the host says so', async () => {
    expect(await refusalsOf(bpmnFile(call('gone')))).toEqual([
      'BPMN.UNSUPPORTED_ELEMENT call: A call of "gone", which is not at hand, cannot run here.',
    ]);
    const plan = await planOf(bpmnFile(call('gone')), { passMissingCalls: true });
    expect(plan.nodes['call']).toMatchObject({ type: 'task' });
  });

  it('that cannot run keeps its caller from running', async () => {
    const { plans } = await compileDefinitions(
      bpmnFile(
        call('q'),
        '<process id="q"><scriptTask id="s" scriptFormat="groovy"><script>x</script></scriptTask></process>',
      ),
    );
    expect(plans).toEqual({});
  });
});

describe('processes that all call one another', () => {
  const ring = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) =>
        `<process id="p${at}"><callActivity id="c${at}" calledElement="p${(at + 1) % count}"/></process>`,
    ).join('');
  const compiled = (count: number) =>
    compileDefinitions(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:p">${ring(count)}</definitions>`,
    );

  it('are each whole while they are few', async () => {
    const { plans, diagnostics } = await compiled(60);
    expect(diagnostics).toEqual([]);
    expect(Object.values(plans).map(({ called = {} }) => Object.keys(called).length)).toEqual(
      Array.from({ length: 60 }, () => 60),
    );
  });

  it('do not cost the square of their number', async () => {
    const before = process.cpuUsage();
    const { plans, diagnostics } = await compiled(4_900);
    const { user } = process.cpuUsage(before);
    expect(Object.keys(plans).length).toBeLessThan(20);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'BPMN.UNSUPPORTED_ELEMENT', elementId: 'c4899' });
    expect(user / 1_000).toBeLessThan(10_000);
  });
});

describe('a call of another definition', () => {
  const other = `<startEvent id="start"/>${flow('start', 'undoable')}<task id="undoable"/><boundaryEvent id="undo" attachedToRef="undoable"><compensateEventDefinition/></boundaryEvent>
    <serviceTask id="handler" isForCompensation="true"/><association id="a" sourceRef="undo" targetRef="handler"/>${flow('undoable', 'end')}<endEvent id="end"/>`;
  const caller = (more = ''): string =>
    bpmnFile(
      `<startEvent id="start"><outgoing>start_call</outgoing></startEvent>${flow('start', 'call')}<callActivity id="call" calledElement="other">${more}<incoming>start_call</incoming><outgoing>call_end</outgoing></callActivity>${flow('call', 'end')}<endEvent id="end"><incoming>call_end</incoming></endEvent>`,
    );
  const asked: (readonly [string, number | undefined])[] = [];
  const publish = async (xml: string) => {
    const plan = await planOf(bpmnFile(other));
    return compileProcess(xml, {
      expressionProblem: () => undefined,
      calledProcess: (key, version) => {
        asked.push([key, version]);
        return { plan, version: version ?? 7 };
      },
    });
  };

  it('is pinned to the version found now, under ids of its own', async () => {
    const { plan, diagnostics } = await publish(caller());
    expect(diagnostics).toEqual([]);
    expect(plan?.called).toMatchObject({ other: { key: 'other', version: 7, start: 'other/start' } });
    expect(plan?.nodes['other/undoable']).toMatchObject({ process: 'other', boundary: ['other/undo'] });
    expect(plan?.nodes['other/undo']).toMatchObject({
      attachedTo: 'other/undoable',
      trigger: { kind: 'compensation', handler: 'other/handler' },
    });
    expect(asked.at(-1)).toEqual(['other', undefined]);
  });

  it('may name its version', async () => {
    const version = '<extensionElements><lianban:call version="3"/></extensionElements>';
    const { plan } = await publish(caller(version));
    expect(plan?.nodes['call']).toMatchObject({ calls: 'other@3' });
    expect(plan?.called).toMatchObject({ 'other@3': { version: 3, start: 'other@3/start' } });
    expect(asked.at(-1)).toEqual(['other', 3]);
  });

  it('is refused where the house has none', async () => {
    const { plan, diagnostics } = await compileProcess(caller(), { expressionProblem: () => undefined });
    expect(plan).toBeUndefined();
    expect(diagnostics.map(({ elementId }) => elementId)).toEqual(['call']);
  });
});
