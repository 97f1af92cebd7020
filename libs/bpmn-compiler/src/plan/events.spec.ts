import { compileDefinitions } from '../compile-definitions.js';
import { bpmnFile, flow, planOf, refusalsOf } from '../specimens/bpmn-file.js';

const roots = `<message id="m" name="filed"/><message id="nameless"/><signal id="s" name="done"/><signal id="mute"/>
  <error id="e" errorCode="REFUSED"/><error id="blank"/><escalation id="up" escalationCode="LATE"/>
  <timerEventDefinition id="shared"><timeDuration>PT1H</timeDuration></timerEventDefinition>`;
const caught = async (definitions: string, attributes = ''): Promise<unknown> => {
  const { nodes } = await planOf(
    bpmnFile(`<intermediateCatchEvent id="c" ${attributes}>${definitions}</intermediateCatchEvent>`, roots),
  );
  const node = nodes['c'];
  return node && 'trigger' in node ? node.trigger : undefined;
};
const thrown = async (definitions: string): Promise<unknown> => {
  const { nodes } = await planOf(
    bpmnFile(
      `<userTask id="task"/><intermediateThrowEvent id="c">${definitions}</intermediateThrowEvent>`,
      roots,
    ),
  );
  const node = nodes['c'];
  return node && 'result' in node ? node.result : undefined;
};
const timer = (name: string, text: string): string =>
  `<timerEventDefinition><${name} xsi:type="tFormalExpression">${text}</${name}></timerEventDefinition>`;

describe('an event waits for', () => {
  it.each([
    ['<messageEventDefinition messageRef="m"/>', { kind: 'message', message: 'filed' }],
    ['<messageEventDefinition messageRef="nameless"/>', { kind: 'message', message: 'nameless' }],
    ['<signalEventDefinition signalRef="s"/>', { kind: 'signal', signal: 'done' }],
    ['<signalEventDefinition signalRef="mute"/>', { kind: 'signal', signal: 'mute' }],
    ['<errorEventDefinition errorRef="e"/>', { kind: 'error', code: 'REFUSED' }],
    ['<errorEventDefinition errorRef="blank"/>', { kind: 'error', code: 'blank' }],
    ['<errorEventDefinition/>', { kind: 'error' }],
    ['<escalationEventDefinition escalationRef="up"/>', { kind: 'escalation', code: 'LATE' }],
    ['<escalationEventDefinition/>', { kind: 'escalation' }],
    ['<cancelEventDefinition/>', { kind: 'cancel' }],
    ['<linkEventDefinition name="on"/>', { kind: 'link' }],
    [
      '<conditionalEventDefinition><condition>= total &gt; 3</condition></conditionalEventDefinition>',
      { kind: 'condition', condition: 'total > 3' },
    ],
    [
      '<eventDefinitionRef>shared</eventDefinitionRef>',
      { kind: 'timer', timer: { kind: 'elapsed', iso: 'PT1H' } },
    ],
  ])('%s', async (definition, trigger) => {
    expect(await caught(definition)).toEqual(trigger);
  });

  it.each([
    [timer('timeDuration', 'PT5S'), { kind: 'elapsed', iso: 'PT5S' }],
    [timer('timeDuration', ' P1D '), { kind: 'elapsed', iso: 'P1D' }],
    [timer('timeDate', '2030-01-07T09:00:00Z'), { kind: 'date', iso: '2030-01-07T09:00:00Z' }],
    [timer('timeCycle', 'R4/PT10S'), { kind: 'cycle', iso: 'R4/PT10S' }],
    [timer('timeCycle', 'R/2030-01-01T00:00:00Z/P1D'), { kind: 'cycle', iso: 'R/2030-01-01T00:00:00Z/P1D' }],
    [timer('timeDuration', 'pause'), { kind: 'expression', as: 'elapsed', expression: 'pause' }],
    [timer('timeDate', '= due + pause'), { kind: 'expression', as: 'date', expression: 'due + pause' }],
    [
      timer('timeDuration', 'duration("PT5S")'),
      { kind: 'expression', as: 'elapsed', expression: 'duration("PT5S")' },
    ],
    [timer('timeCycle', '"R3/" + pause'), { kind: 'expression', as: 'cycle', expression: '"R3/" + pause' }],
    [timer('timeDuration', 'Period'), { kind: 'expression', as: 'elapsed', expression: 'Period' }],
    [
      '<timerEventDefinition><extensionElements><lianban:timer amount="3" unit="working_day" from="filed"/></extensionElements></timerEventDefinition>',
      { kind: 'business', duration: { amount: 3, unit: 'working_day' }, from: 'filed' },
    ],
    [
      '<timerEventDefinition><extensionElements><lianban:timer amount="1" unit="month" repeat="true" times="6"/></extensionElements></timerEventDefinition>',
      { kind: 'business-cycle', every: { amount: 1, unit: 'month' }, times: 6 },
    ],
  ])('a time: %s', async (definition, expected) => {
    expect(await caught(definition)).toEqual({ kind: 'timer', timer: expected });
  });

  it('one of several, or all of them', async () => {
    const both = '<messageEventDefinition messageRef="m"/><eventDefinitionRef>shared</eventDefinitionRef>';
    const of = [
      { kind: 'message', message: 'filed' },
      { kind: 'timer', timer: { kind: 'elapsed', iso: 'PT1H' } },
    ];
    expect(await caught(both)).toEqual({ kind: 'multiple', of, all: false });
    expect(await caught(both, 'parallelMultiple="true"')).toEqual({ kind: 'multiple', of, all: true });
  });
});

describe('an event throws', () => {
  it.each([
    ['', { kind: 'none' }],
    ['<messageEventDefinition messageRef="m"/>', { kind: 'message', message: 'filed' }],
    ['<escalationEventDefinition escalationRef="up"/>', { kind: 'escalation', code: 'LATE' }],
    ['<compensateEventDefinition/>', { kind: 'compensation', wait: true }],
    [
      '<compensateEventDefinition activityRef="task" waitForCompletion="false"/>',
      { kind: 'compensation', activity: 'task', wait: false },
    ],
    [
      '<signalEventDefinition signalRef="s"/><escalationEventDefinition escalationRef="up"/>',
      {
        kind: 'multiple',
        of: [
          { kind: 'signal', signal: 'done' },
          { kind: 'escalation', code: 'LATE' },
        ],
      },
    ],
  ])('%s', async (definitions, result) => {
    expect(await thrown(definitions)).toEqual(result);
  });
});

describe('a link', () => {
  const link = (type: string, id: string, name: string, event = ''): string =>
    `<intermediate${type}Event id="${id}" name="${event}"><linkEventDefinition name="${name}"/></intermediate${type}Event>`;
  const linked = async (inside: string): Promise<unknown> => {
    const node = (await planOf(bpmnFile(inside))).nodes['from'];
    return node && 'result' in node ? node.result : undefined;
  };

  it('leads to the catch event of its name', async () => {
    const inside = link('Throw', 'from', 'B') + link('Catch', 'a', 'A') + link('Catch', 'b', 'B');
    expect(await linked(inside)).toEqual({ kind: 'link', to: 'b' });
  });

  it('may have its name on the event', async () => {
    expect(await linked(link('Throw', 'from', '', 'B') + link('Catch', 'b', 'B'))).toEqual({
      kind: 'link',
      to: 'b',
    });
  });

  it('leads nowhere out of its own process level', async () => {
    const inside = `${link('Throw', 'from', 'B')}<subProcess id="sub">${link('Catch', 'b', 'B')}</subProcess>`;
    expect(await linked(inside)).toEqual({ kind: 'none' });
  });
});

describe('compensation', () => {
  it('is done by the activity that an association ties to the boundary event, whichever way it points', async () => {
    for (const ends of ['sourceRef="undo" targetRef="handler"', 'sourceRef="handler" targetRef="undo"']) {
      const { nodes } = await planOf(
        bpmnFile(
          `<userTask id="task"/><boundaryEvent id="undo" attachedToRef="task"><compensateEventDefinition/></boundaryEvent>
           <serviceTask id="handler" isForCompensation="true"/><association id="a" ${ends}/>`,
        ),
      );
      expect(nodes['undo']).toMatchObject({ trigger: { kind: 'compensation', handler: 'handler' } });
      expect(nodes['handler']).toMatchObject({ forCompensation: true });
    }
  });
});

describe('a message flow between pools', () => {
  const pools = (from: string, to: string, at = ''): string =>
    bpmnFile(
      `<startEvent id="start"/>${flow('start', 'send')}<intermediateThrowEvent id="send">${from}</intermediateThrowEvent>`,
      `<message id="m" name="filed"/><collaboration id="c"><participant id="p1" processRef="p"/><participant id="p2" processRef="q"/>
       <messageFlow id="mf" sourceRef="send" targetRef="receive" ${at}/></collaboration>
       <process id="q"><startEvent id="receive">${to}</startEvent></process>`,
    );
  const bare = '<messageEventDefinition/>';
  const named = '<messageEventDefinition messageRef="m"/>';
  const namesOf = async (xml: string): Promise<unknown> => {
    const { plans } = await compileDefinitions(xml);
    return [plans['p']?.nodes['send'], plans['q']?.nodes['receive']];
  };

  it.each([
    ['by the id of what waits', pools(bare, bare), 'receive'],
    ['by the name at the sender', pools(named, bare), 'filed'],
    ['by the name at the receiver', pools(bare, named), 'filed'],
    ['by the name on the flow', pools(bare, bare, 'messageRef="m"'), 'filed'],
  ])('says which message is meant %s', async (_how, xml, message) => {
    expect(await namesOf(xml)).toMatchObject([{ result: { message } }, { trigger: { message } }]);
  });
});

it('refuses an expression that is not FEEL', async () => {
  const event =
    '<intermediateCatchEvent id="c"><conditionalEventDefinition><condition xsi:type="tFormalExpression" language="text/javascript">a</condition></conditionalEventDefinition></intermediateCatchEvent>';
  expect(await refusalsOf(bpmnFile(event))).toEqual([
    'BPMN.UNSUPPORTED_ELEMENT c: An expression in text/javascript cannot run here.',
  ]);
});
