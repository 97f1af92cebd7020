import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Surroundings } from './checks/plan-check.js';
import { RULES } from './checks/texts/rules.js';
import { compileDefinitions } from './compile-definitions.js';
import { compileProcess } from './compile-process.js';
import { XML_LIMITS } from './read/read-definitions.js';
import { bpmnFile } from './specimens/bpmn-file.js';
import { drawing, rootsOf } from './specimens/drawing.js';
import { specimen } from './specimens/specimen.js';
import { unsound } from './specimens/unsound.js';

const around: Required<Surroundings> = {
  calledProcess: () => undefined,
  decisions: new Set(['risk']),
  expressionProblem: (text) => (text.includes('???') ? 'This is no FEEL.' : undefined),
  departments: new Set(['health', 'mch']),
  inspectors: new Set(['health']),
  ladders: new Map([
    ['L-LEGAL', 'statutory'],
    ['L-STD', 'default-long'],
    ['L-SHORT', 'default-short'],
    ['L-CRIT', 'critical'],
    ['L-REPORT', 'report'],
  ]),
  localServices: new Set(['match']),
  operations: new Set(['publish-filing']),
  taskRules: new Set(['two-officers']),
  forms: new Set(['check']),
  events: new Map([
    [
      'checked',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'boolean' }, places: { type: 'integer' } },
        additionalProperties: false,
      },
    ],
  ]),
};

const findings = async (xml: string): Promise<readonly string[]> =>
  (await compileProcess(xml, around)).diagnostics.map(({ code, elementId }) =>
    `${code} ${elementId ?? ''}`.trim(),
  );

/** The specimen with one text replaced; a text that isn't there would test nothing. */
const broken = (from: string, to: string): string => {
  if (!specimen.includes(from)) throw new Error(`The specimen has no ${from}`);
  return specimen.replace(from, to);
};
const before = (place: string, more: string): string => broken(place, `${more}${place}`);
/** The specimen with one more extension element, on the task or wherever else `place` stands. */
const said = (extension: string, place = '<lianban:emit'): string => before(place, extension);
const flow = '<bpmn:sequenceFlow id="f1"';

const formal = (name: string, text: string): string =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${name}>`;
const timed = (name: string, text: string): string =>
  `<bpmn:timerEventDefinition id="timed">${formal(name, text)}</bpmn:timerEventDefinition>`;
const paused = timed('timeDuration', 'PT30S').replace('"timed"', '"pause_def"');
const looped = (inside: string): string =>
  broken(
    '<bpmn:outgoing>f2</bpmn:outgoing>\n    </bpmn:userTask>',
    `<bpmn:outgoing>f2</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics>${formal('loopCardinality', '3')}${inside}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
  );
const inXPath = broken(
  'id="definitions"',
  'id="definitions" expressionLanguage="http://www.w3.org/1999/XPath"',
);

/** The throw event of the specimen sends a message of this name instead of its signal. */
const told = (name: string, inputs: string): string =>
  broken(
    '<bpmn:signalEventDefinition id="tell_def" signalRef="sig_done"/>',
    '<bpmn:messageEventDefinition id="tell_def" messageRef="msg_told"/>',
  )
    .replace('<bpmn:signal id', `<bpmn:message id="msg_told" name="${name}"/><bpmn:signal id`)
    .replace(
      '<bpmn:intermediateThrowEvent id="tell">',
      `$&<bpmn:extensionElements>${inputs}</bpmn:extensionElements>`,
    );

/** One text of the specimen, what it becomes, and the finding that this must give. */
const faults: readonly (readonly [finding: string, xml: string])[] = [
  ['BPMN.XML_INVALID', broken('</bpmn:process>', '')],
  ['BPMN.XML_INVALID', broken('<lianban:label', '<lianban:lable')],
  ['BPMN.TOO_LARGE', before(flow, `<!-- ${'x'.repeat(XML_LIMITS.length)} -->`)],
  ['BPMN.TOO_DEEP', before(flow, '<bpmn:documentation>'.repeat(60) + '</bpmn:documentation>'.repeat(60))],
  ['BPMN.TOO_MANY_ELEMENTS', before(flow, '<bpmn:documentation/>'.repeat(XML_LIMITS.elements))],
  ['BPMN.DTD_REFUSED', broken('<bpmn:definitions', '<!DOCTYPE a [<!ENTITY b "c">]><bpmn:definitions')],
  ['BPMN.DTD_REFUSED', broken('<bpmn:definitions', '<!doctype a><bpmn:definitions')],
  [
    'BPMN.NO_START p',
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:p"><process id="p"><userTask id="t"/></process></definitions>',
  ],
  ['BPMN.FLOW_WITHOUT_CONDITION f4', broken(' default="f4"', '')],
  ['BPMN.NO_DEFAULT_FLOW ok', broken(' default="f4"', '')],
  [
    'BPMN.UNREACHABLE stray',
    before(
      flow,
      '<bpmn:userTask id="stray"><bpmn:incoming>r2</bpmn:incoming><bpmn:outgoing>r1</bpmn:outgoing></bpmn:userTask>' +
        '<bpmn:userTask id="ring"><bpmn:incoming>r1</bpmn:incoming><bpmn:outgoing>r2</bpmn:outgoing></bpmn:userTask>' +
        '<bpmn:sequenceFlow id="r1" sourceRef="stray" targetRef="ring"/><bpmn:sequenceFlow id="r2" sourceRef="ring" targetRef="stray"/>',
    ),
  ],
  ['BPMN.EXPRESSION f3', broken('check.outcome = "ok"', '???')],
  ['BPMN.EXPRESSION check', broken('expression="1 > 0"', 'expression="???"')],
  ['BPMN.EXPRESSION clock_check', broken(`'outcome = "ok"'`, '"???"')],
  ['BPMN.EXPRESSION filing', broken('correlationKey="event.data.id"', 'correlationKey="???"')],
  ['BPMN.DURATION_INVALID clock_check', broken('amount="5"', 'amount="0"')],
  ['BPMN.DURATION_INVALID clock_check', broken(' amount="5"', '')],
  ['BPMN.DURATION_INVALID late', broken('amount="3"', 'amount="-3"')],
  ['BPMN.DURATION_INVALID pause', broken('PT30S', 'PT30')],
  ['BPMN.DURATION_INVALID pause', broken('PT30S', 'P1M')],
  ['BPMN.DURATION_INVALID pause', broken('PT30S', 'P1Y')],
  [
    'BPMN.DURATION_INVALID clock_check',
    broken(
      ' basis="FILING-9A"',
      ' basis="FILING-9A" extendBy="0" extendBasis="LIC-42" extendApprover="department-head"',
    ),
  ],
  [
    'BPMN.EXTENSION_WITHOUT_BASIS clock_check',
    broken(' basis="FILING-9A"', ' basis="FILING-9A" extendBy="10"'),
  ],
  ['BPMN.WORD_UNKNOWN check', broken(' basis="FILING-9A"', ' basis="FILING-9A" lastDay="stays"')],
  [
    'BPMN.PROMISE_EXCEEDS_LAW promise',
    broken(
      '<lianban:clock id="clock_check"',
      '<lianban:clock id="promise" kind="promised" amount="6" unit="working_day" from="filing.submitted" basis="PD" ladder="L-STD"/><lianban:clock id="clock_check"',
    ),
  ],
  ['BPMN.CLOCK_WITHOUT_BASIS clock_check', broken(' basis="FILING-9A"', '')],
  ['BPMN.CLOCK_ID check', broken('id="clock_check"', 'zh="x"').replace('zh="x" zh=', 'zh=')],
  [
    'BPMN.CLOCK_ID check',
    broken(
      '<lianban:emit',
      '<lianban:clock id="clock_check" amount="1" unit="hour" from="filing.submitted" basis="PD"/><lianban:emit',
    ),
  ],
  ['BPMN.MILESTONE_UNKNOWN clock_check', broken('from="filing.submitted" basis', 'from="filing.sent" basis')],
  [
    'BPMN.MILESTONE_UNKNOWN late',
    broken('unit="working_day" from="filing.submitted"/>', 'unit="working_day" from="filing.sent"/>'),
  ],
  ['BPMN.LADDER_UNKNOWN clock_check', broken('ladder="L-LEGAL"', 'ladder="L-9"')],
  ['BPMN.LADDER_CONTRADICTS_CLOCK clock_check', broken('ladder="L-LEGAL"', 'ladder="L-STD"')],
  ['BPMN.LADDER_CONTRADICTS_CLOCK clock_check', broken('kind="statutory"', 'kind="internal"')],
  ['BPMN.STATUTORY_WITHOUT_LAW clock_check', broken('basis="FILING-9A"', 'basis="PD"')],
  ['BPMN.DEPARTMENT_UNKNOWN lane_health', broken('department="health"', 'department="healt"')],
  ['BPMN.EVENT_UNKNOWN check', broken('type="checked"', 'type="chequed"')],
  ['BPMN.EVENT_UNKNOWN tell', told('filed', '')],
  ['BPMN.EVENT_DATA_UNFIT tell', told('checked', '')],
  ['BPMN.EXPRESSION tell', told('checked', '<lianban:input target="a" expression="???"/>')],
  ['BPMN.EVENT_DATA_UNFIT tell', told('checked', '<lianban:input target="a" expression="&quot;yes&quot;"/>')],
  [
    'BPMN.EVENT_DATA_UNFIT tell',
    told(
      'checked',
      '<lianban:input target="a" expression="true"/><lianban:input target="places" expression="2.5"/>',
    ),
  ],
  ['BPMN.EVENT_DATA_UNFIT check', broken('target="a" expression="1 > 0"', 'target="b" expression="1 > 0"')],
  ['BPMN.EVENT_DATA_UNFIT check', broken('target="a" expression="1 > 0"', 'target="a" expression="1"')],
  ['BPMN.MESSAGE_MISSING answer', broken(' messageRef="msg_answered"', '')],
  ['BPMN.SERVICE_UNKNOWN publish', broken('name="publish-filing"', 'name="publish"')],
  ['BPMN.SERVICE_UNKNOWN publish', broken('<lianban:service kind="conductor" name="publish-filing"/>', '')],
  ['BPMN.TASK_WITHOUT_LANE check', broken('<bpmn:flowNodeRef>check</bpmn:flowNodeRef>', '')],
  ['BPMN.INSPECTOR_WITHOUT_POWER check', broken('department="health"', 'department="mch"')],
  ['BPMN.FORM_UNKNOWN check', broken('form="check"', 'form="cheque"')],
  ['BPMN.RULE_UNKNOWN check', broken('rules="two-officers"', 'rules="two-officers three-officers"')],
  ['BPMN.WORD_UNKNOWN check', broken('amount="5" unit="working_day"', 'amount="5" unit="working_days"')],
  ['BPMN.WORD_UNKNOWN check', broken('role="inspection"', 'role="inspect"')],
  ['BPMN.WORD_UNKNOWN check', broken('scope="unit"', 'scope="office"')],
  ['BPMN.WORD_UNKNOWN check', broken('kind="statutory"', 'kind="legal"')],
  ['BPMN.WORD_UNKNOWN late_def', broken('amount="3" unit="working_day"', 'amount="3" unit="day"')],
  ['BPMN.WORD_UNKNOWN lane_health', broken('level="county"', 'level="district"')],
  ['BPMN.WORD_UNKNOWN publish', broken('kind="conductor"', 'kind="remote"')],
  ['BPMN.WORD_UNKNOWN answer', broken('action="resume"', 'action="continue"')],
  ['BPMN.WORD_UNKNOWN msg_answered', broken('early="refused"', 'early="no"')],
  ['BPMN.TIME_TO_LIVE_INVALID msg_answered', broken('early="refused"', 'timeToLive="30 days"')],
  ['BPMN.TIME_TO_LIVE_INVALID msg_answered', broken('early="refused"', 'timeToLive="P1M"')],
  ['BPMN.TIME_TO_LIVE_INVALID msg_answered', broken('early="refused"', 'timeToLive="PT0S"')],
  ['BPMN.TIME_TO_LIVE_INVALID msg_answered', broken('early="refused"', 'early="refused" timeToLive="P30D"')],
  ['BPMN.WORD_UNKNOWN check', said('<lianban:signing mode="most" signers="a" consent="ok"/>')],
  ['BPMN.SIGNING_INCOMPLETE check', said('<lianban:signing mode="all" consent="ok"/>')],
  ['BPMN.SIGNING_INCOMPLETE check', said('<lianban:signing mode="all" signers="a" consent="yes"/>')],
  ['BPMN.SIGNING_INCOMPLETE check', said('<lianban:signing mode="ratio" signers="a" consent="ok"/>')],
  [
    'BPMN.SIGNING_INCOMPLETE check',
    said('<lianban:signing mode="ratio" ratio="3/2" signers="a" consent="ok"/>'),
  ],
  ['BPMN.SIGNING_INCOMPLETE publish', said('<lianban:signing signers="a"/>', '<lianban:service')],
  ['BPMN.SUPPLEMENT_INCOMPLETE check', said('<lianban:supplement outcome="more" message="answered"/>')],
  ['BPMN.SUPPLEMENT_INCOMPLETE check', said('<lianban:supplement outcome="ok" message="asked"/>')],
  [
    'BPMN.SUPPLEMENT_INCOMPLETE publish',
    said('<lianban:supplement outcome="ok" message="answered"/>', '<lianban:service'),
  ],
  ['BPMN.RETURN_INVALID check', said('<lianban:return to="chek"/>')],
  ['BPMN.RETURN_INVALID check', said('<lianban:return to="*" then="again"/>')],
  ['BPMN.RETURN_INVALID publish', said('<lianban:return to="*"/>', '<lianban:service')],
  ['BPMN.XML_INVALID clock_check', broken('stoppedBy=', 'stopedBy=')],
  ['BPMN.UNSUPPORTED_ELEMENT f3', inXPath],
  [
    'BPMN.UNSUPPORTED_ELEMENT begin',
    broken(
      '<bpmn:messageEventDefinition id="begin_def" messageRef="msg_filed"/>',
      timed('timeDate', 'date and time("2030-01-07T09:00:00Z")'),
    ),
  ],
  [
    'BPMN.UNSUPPORTED_ELEMENT begin',
    broken(
      '<bpmn:messageEventDefinition id="begin_def" messageRef="msg_filed"/>',
      '<bpmn:timerEventDefinition id="t"><bpmn:extensionElements><lianban:timer amount="3" unit="working_day" from="filing.submitted"/></bpmn:extensionElements></bpmn:timerEventDefinition>',
    ),
  ],
  [
    'BPMN.UNSUPPORTED_ELEMENT begin',
    broken(
      '<bpmn:messageEventDefinition id="begin_def" messageRef="msg_filed"/>',
      `<bpmn:conditionalEventDefinition id="c">${formal('condition', 'places > 3')}</bpmn:conditionalEventDefinition>`,
    ),
  ],
  [
    'BPMN.UNSUPPORTED_ELEMENT begin',
    broken('<bpmn:startEvent id="begin">', '<bpmn:startEvent id="begin" parallelMultiple="true">').replace(
      'messageRef="msg_filed"/>',
      'messageRef="msg_filed"/><bpmn:signalEventDefinition id="or" signalRef="sig_done"/>',
    ),
  ],
  ['BPMN.EXPRESSION pause', broken(paused, timed('timeDuration', '???'))],
  [
    'BPMN.EXPRESSION pause',
    broken(
      paused,
      '<bpmn:conditionalEventDefinition id="c">???</bpmn:conditionalEventDefinition>'.replace(
        '???',
        formal('condition', '???'),
      ),
    ),
  ],
  ['BPMN.EXPRESSION check', looped(formal('completionCondition', '???'))],
  ['BPMN.EXPRESSION check', said('<lianban:signing signers="???" consent="ok"/>')],
  ['BPMN.DURATION_INVALID pause', broken(paused, timed('timeDate', '2030-01-07'))],
  ['BPMN.DURATION_INVALID pause', broken(paused, timed('timeDate', '2030-13-07T09:00:00Z'))],
  ['BPMN.DURATION_INVALID pause', broken(paused, timed('timeCycle', 'R/P1M'))],
  ['BPMN.DURATION_INVALID pause', broken(paused, timed('timeCycle', 'R3/2030-01-07/PT1H'))],
  [
    'BPMN.DURATION_INVALID late',
    broken('<lianban:timer amount="3"', '<lianban:timer repeat="true" times="0" amount="3"'),
  ],
  [
    'BPMN.DECISION_UNKNOWN publish',
    broken(
      '<bpmn:serviceTask id="publish">',
      '<bpmn:businessRuleTask id="publish" implementation="rating">',
    ).replace('</bpmn:serviceTask>', '</bpmn:businessRuleTask>'),
  ],
  ...unsound.map(([finding, flows]): readonly [string, string] => [
    finding,
    bpmnFile(drawing(flows), rootsOf(flows)),
  ]),
];

describe('a definition', () => {
  it('that is right compiles without a finding', async () => {
    const { plan, diagnostics } = await compileProcess(specimen, around);
    expect(diagnostics).toEqual([]);
    expect(plan).toMatchObject({
      processId: 'filing',
      name: { zh: '备案', en: 'Filing' },
      businessKey: 'institutionId',
      lanes: { lane_health: { department: 'health', level: 'county' } },
      clocks: {
        clock_check: { duration: { amount: 5, unit: 'working_day' }, kind: 'statutory', leastAfterStop: 1 },
      },
      messages: { filed: { correlationKey: 'event.data.institutionId' }, answered: { early: 'refused' } },
      nodes: {
        check: { lane: 'lane_health', boundary: ['late'], role: 'inspection', rules: ['two-officers'] },
      },
    });
  });

  it('that throws a message with data that fits compiles, and the plan has the data', async () => {
    const fields =
      '<lianban:input target="a" expression="true"/><lianban:input target="places" expression="size"/>';
    const { plan, diagnostics } = await compileProcess(told('checked', fields), around);
    expect(diagnostics).toEqual([]);
    expect(plan?.nodes['tell']).toMatchObject({
      inputs: [
        { target: 'a', expression: 'true' },
        { target: 'places', expression: 'size' },
      ],
    });
  });

  it.each([
    ['at a date', timed('timeDate', '2030-01-07T09:00:00Z')],
    ['after a while', timed('timeDuration', 'P3D')],
    ['again and again', timed('timeCycle', 'R/PT1H')],
    [
      'in working time',
      '<bpmn:timerEventDefinition id="t"><bpmn:extensionElements><lianban:timer amount="1" unit="working_day" repeat="true"/></bpmn:extensionElements></bpmn:timerEventDefinition>',
    ],
    [
      'by any of several events',
      `<bpmn:messageEventDefinition id="begin_def" messageRef="msg_filed"/><bpmn:signalEventDefinition id="or" signalRef="sig_done"/>${timed('timeDuration', 'P3D')}`,
    ],
  ])('lets a case begin %s', async (_, event) => {
    const xml = specimen.replace(
      '<bpmn:messageEventDefinition id="begin_def" messageRef="msg_filed"/>',
      event,
    );
    expect((await compileProcess(xml, around)).diagnostics).toEqual([]);
  });

  it('keeps how long an early message lives', async () => {
    const xml = specimen.replace('early="refused"', 'timeToLive="P30D"');
    const { plan, diagnostics } = await compileProcess(xml, around);
    expect(diagnostics).toEqual([]);
    expect(plan?.messages['answered']).toEqual({
      name: 'answered',
      correlationKey: 'event.data.id',
      timeToLive: 'P30D',
    });
  });

  it.each(faults)('gives %s', async (finding, xml) => {
    expect(await findings(xml)).toContain(finding);
  });

  it.each([
    ['a default of five days on the ladder of short ones', 'L-SHORT', '5', 'working_day', 'warning'],
    ['a default of three days on the ladder of long ones', 'L-STD', '3', 'working_day', 'warning'],
    ['a default in hours on a ladder of days', 'L-STD', '4', 'hour', 'warning'],
    ['a default on the ladder of statutory periods', 'L-LEGAL', '5', 'working_day', 'error'],
    ['a default of five days on the ladder of long ones', 'L-STD', '5', 'working_day', undefined],
    ['a default of hours on the critical ladder', 'L-CRIT', '4', 'hour', undefined],
    ['a report, however long', 'L-REPORT', '1', 'month', undefined],
  ])('judges %s', async (_, ladder, amount, unit, severity) => {
    const xml = specimen
      .replace(
        'kind="statutory" amount="5" unit="working_day"',
        `kind="internal" amount="${amount}" unit="${unit}"`,
      )
      .replace('basis="FILING-9A" ladder="L-LEGAL"', `basis="PD" ladder="${ladder}"`);
    const { diagnostics } = await compileProcess(xml, around);
    const found = diagnostics.filter(({ code }) => code === 'BPMN.LADDER_CONTRADICTS_CLOCK');
    expect(found.map((finding) => finding.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it('has a broken specimen here for every code there is, and a line on each in the guide', async () => {
    const folder = import.meta.dirname;
    const files = (await readdir(folder, { recursive: true })).filter((file) =>
      /(?<!\.spec)\.ts$/.test(file),
    );
    const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const written = sources.flatMap((source) => source.match(/(?<=')BPMN\.[A-Z_]+(?=')/g) ?? []);
    // Rules of the standard have models of their own, and a guide: test/conformance/models, bpmn-rules.md.
    const codes = new Set(written.filter((code) => !(code in RULES)));
    const tried = new Set(faults.map(([finding]) => finding.split(' ')[0] ?? ''));
    expect([...codes].toSorted()).toEqual([...tried].toSorted());
    const guide = readFileSync(join(folder, '../../../docs/guides/bpmn-checks.md'), 'utf8');
    expect([...codes].filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
  });

  it('yields a plan beside a warning, and none beside an error', async () => {
    const warned = broken(' default="f4"', '').replace(
      '<bpmn:sequenceFlow id="f4" sourceRef="ok" targetRef="answer"/>',
      '<bpmn:sequenceFlow id="f4" sourceRef="ok" targetRef="answer"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">true</bpmn:conditionExpression></bpmn:sequenceFlow>',
    );
    const { plan, diagnostics } = await compileProcess(warned, around);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'BPMN.NO_DEFAULT_FLOW', elementId: 'ok' },
    ]);
    expect(plan).toBeDefined();
    expect(await compileProcess(broken('form="check"', 'form="x"'), around)).not.toHaveProperty('plan');
  });

  it('names the line of an element that is not supported', async () => {
    const { diagnostics } = await compileProcess(inXPath, around);
    const line = inXPath.split('\n').findIndex((text) => text.includes('id="f3"')) + 1;
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'BPMN.UNSUPPORTED_ELEMENT', elementId: 'f3', line }),
    );
  });

  it('may compare as often as it likes: a > in an attribute closes no element', async () => {
    const outputs = '<lianban:output target="a" expression="places > 3"/>'.repeat(XML_LIMITS.depth + 10);
    expect(await findings(broken('<lianban:emit', `${outputs}<lianban:emit`))).toEqual([]);
  });

  it('is not made deep or large by what a comment says', async () => {
    const comment = `<!-- ${'<bpmn:task>'.repeat(XML_LIMITS.depth + 10)} -->`;
    expect(await findings(before(flow, comment))).toEqual([]);
  });

  it('may carry notes and data objects, which say nothing to the engine', async () => {
    const notes = '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="dr" dataObjectRef="d"/>';
    const xml = before(flow, notes).replace(
      '</bpmn:process>',
      '<bpmn:textAnnotation id="t"/></bpmn:process>',
    );
    expect(await findings(xml)).toEqual([]);
  });

  it('expands no entity', async () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`;
    expect(await findings(bomb)).toEqual(['BPMN.DTD_REFUSED']);
  });
});

describe('whatever text is given', () => {
  const answers = async (xml: string): Promise<boolean> => {
    const { plan, diagnostics } = await compileProcess(xml, around);
    return plan !== undefined || diagnostics.some(({ severity }) => severity === 'error');
  };

  it.each([
    '',
    ' ',
    'no xml',
    '<',
    '<a',
    '<a>',
    '{}',
    '<?xml version="1.0"?>',
    '\uFEFF',
    '\u0000',
    '<a/>',
    '<a "'.repeat(2000),
  ])('answers with findings: %j', async (text) => {
    expect((await compileProcess(text, around)).plan).toBeUndefined();
    expect(await answers(text)).toBe(true);
  });

  it('never throws for a definition that was cut off, anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(specimen.length - 2), (length) => answers(specimen.slice(0, length))),
      {
        numRuns: 150,
      },
    );
  });

  it('never throws for a definition with pieces lost, doubled, swapped or overwritten', async () => {
    const places = fc.nat(specimen.length);
    const cut = fc.tuple(places, fc.nat(200)).map(
      ([at, size]) =>
        (xml: string) =>
          xml.slice(0, at) + xml.slice(at + size),
    );
    const doubled = fc.tuple(places, fc.nat(200)).map(
      ([at, size]) =>
        (xml: string) =>
          xml.slice(0, at + size) + xml.slice(at),
    );
    const overwritten = fc
      .tuple(
        places,
        fc.oneof(fc.string(), fc.constantFrom('"', '<', '>', '&', '/>', '<bpmn:task/>', 'xmlns=""', ']]>')),
      )
      .map(
        ([at, text]) =>
          (xml: string) =>
            xml.slice(0, at) + text + xml.slice(at + text.length),
      );
    const ids = [...specimen.matchAll(/id="(\w+)"/g)].map(([, id]) => id as string);
    const renamed = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, '', '__proto__', 'constructor'))
      .map(
        ([from, to]) =>
          (xml: string) =>
            xml.replace(`"${from}"`, `"${to}"`),
      );
    const mutations = fc.array(fc.oneof(cut, doubled, overwritten, renamed), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(mutations, (list) => answers(list.reduce((xml, mutate) => mutate(xml), specimen))),
      { numRuns: 400 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes no harm of the id %s', async (id) => {
    expect(await answers(specimen.replaceAll('"check"', `"${id}"`))).toBe(true);
    const { plans } = await compileDefinitions(specimen.replaceAll('"check"', `"${id}"`));
    expect(Object.keys(plans['filing']?.nodes ?? {})).toContain(id);
  });

  it('answers the same every time', async () => {
    expect(await compileProcess(specimen, around)).toEqual(await compileProcess(specimen, around));
  });
});
