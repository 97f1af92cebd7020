import type { Diagnostic } from '../diagnostic.js';
import { bpmnFile, flow, planOf } from '../specimens/bpmn-file.js';
import { drawing, rootsOf } from '../specimens/drawing.js';
import { unsound } from '../specimens/unsound.js';
import { checkSoundness } from './check-soundness.js';

const judged = async (flows: readonly string[], more = '', roots = ''): Promise<readonly Diagnostic[]> =>
  checkSoundness(await planOf(bpmnFile(`${drawing(flows)}${more}`, `${rootsOf(flows)}${roots}`)));

const findings = async (
  flows: readonly string[],
  more?: string,
  roots?: string,
): Promise<readonly string[]> =>
  (await judged(flows, more, roots)).map(
    ({ severity, code, elementId }) => `${severity} ${code} ${elementId}`,
  );

describe('each finding', () => {
  it.each(unsound)(
    '%s comes where it must and is gone when that is mended',
    async (finding, broken, mended) => {
      const severity = finding.startsWith('BPMN.SOUNDNESS_UNDECIDED') ? 'warning' : 'error';
      expect(await findings(broken)).toEqual([`${severity} ${finding}`]);
      expect(await findings(mended)).toEqual([]);
    },
  );

  it('says in both languages what is wrong, and shows the way there from the start', async () => {
    const [, broken = []] = unsound[0] ?? [];
    const [finding] = await judged(broken);
    expect(finding?.message).toBe(
      'and1 waits for a token by a_and1 that cannot come any more, and the case stands still for ever. Join branches with a gateway of the kind that opened them.',
    );
    expect(finding?.zh).toContain('and1 等待经 a_and1 到达的令牌');
    expect(finding?.path).toEqual(['start', 'start_xor1', 'xor1', 'xor1_b', 'b', 'b_and1']);
  });
});

describe('what is right', () => {
  it.each<readonly [string, readonly string[]]>([
    ['branches that end for themselves', ['start > and1', 'and1 > a', 'and1 > b', 'a > end', 'b > end']],
    [
      'a terminate event that ends its neighbours',
      ['start > and1', 'and1 > a', 'and1 > b', 'a > stop', 'b > end'],
    ],
    [
      'a loop that only a terminate event beside it ends',
      ['start > and1', 'and1 > a', 'a > stop', 'and1 > xor1', 'xor1 > b', 'b > xor1'],
    ],
    ['flows that cross between choices', CROSSING('xor')],
    ['flows that cross between forks', CROSSING('and')],
    ['flows that cross between inclusive gateways', CROSSING('or')],
    [
      'an interrupting event as another way out',
      ['start > a', 'late@a > b', 'a > xor1', 'b > xor1', 'xor1 > c', 'c > end'],
    ],
    [
      'an event beside an activity that ends for itself',
      ['start > a', 'note+a > b', 'b > c', 'c > end', 'a > end'],
    ],
    [
      'a fork after an event beside an activity',
      [
        'start > a',
        'note+a > and1',
        'and1 > b',
        'and1 > c',
        'b > and2',
        'c > and2',
        'and2 > d',
        'd > end',
        'a > end',
      ],
    ],
    [
      'an inclusive join of an activity and an event beside it',
      ['start > a', 'note+a > b', 'b > or1', 'a > or1', 'or1 > c', 'c > end'],
    ],
    ['one of several events', ['start > any1', 'any1 > x', 'any1 > y', 'x > xor1', 'y > xor1', 'xor1 > end']],
  ])('%s', async (_, flows) => {
    expect(await findings(flows)).toEqual([]);
  });
});

describe('what is wrong', () => {
  it.each<readonly [finding: string, flows: readonly string[]]>([
    // One of three branches may end before the join.
    [
      'error BPMN.DEADLOCK and2',
      [
        'start > and1',
        'and1 > a',
        'and1 > xor1',
        'xor1 > end : default',
        'xor1 > b',
        'a > and2',
        'b > and2',
        'and2 > end2',
      ],
    ],
    [
      'error BPMN.DEADLOCK and2',
      ['start > or1', 'or1 > a', 'or1 > b : default', 'a > and2', 'b > and2', 'and2 > end'],
    ],
    [
      'error BPMN.DEADLOCK and2',
      ['start > and1', 'and1 > a', 'and1 > b', 'late@a > end', 'a > and2', 'b > and2', 'and2 > end'],
    ],
    // A join of an activity with an event that may never come.
    ['error BPMN.DEADLOCK and1', ['start > a', 'note+a > b', 'b > and1', 'a > and1', 'and1 > c', 'c > end']],
    // What several branches come to without a join is done several times.
    ['error BPMN.LACK_OF_SYNCHRONISATION b', ['start > and1', 'and1 > a', 'and1 > b', 'a > b', 'b > end']],
    [
      'error BPMN.LACK_OF_SYNCHRONISATION c',
      ['start > or1', 'or1 > a', 'or1 > b', 'a > c', 'b > c', 'c > end'],
    ],
    [
      'error BPMN.LACK_OF_SYNCHRONISATION b',
      [
        'start > xor1',
        'xor1 > and1',
        'and1 > a',
        'a > xor2',
        'xor2 > xor1',
        'xor2 > end : default',
        'and1 > b',
        'b > end',
      ],
    ],
  ])('%s in %j', async (finding, flows) => {
    expect(await findings(flows)).toContain(finding);
  });

  it('is found in every part of a process, also after a part that is wrong', async () => {
    const wrong = (i: number): readonly string[] => [
      `xor${i} > a${i}`,
      `xor${i} > b${i} : default`,
      `a${i} > and${i}`,
      `b${i} > and${i}`,
    ];
    const flows = ['start > xor1', ...wrong(1), 'and1 > xor2', ...wrong(2), 'and2 > end'];
    expect(await findings(flows)).toEqual(['error BPMN.DEADLOCK and1', 'error BPMN.DEADLOCK and2']);
  });
});

describe('what only data or events decide', () => {
  const discriminator = [
    'start > and1',
    'and1 > a',
    'and1 > b',
    'note+a > xor1',
    'a > xor1',
    'xor1 > end : default',
    'xor1 > and2',
    'b > and2',
    'and2 > c',
    'c > end2',
  ];

  it('is a warning: a gateway that an activity and an event beside it both come to', async () => {
    expect(await findings(discriminator)).toEqual([
      'warning BPMN.DEADLOCK and2',
      'warning BPMN.LACK_OF_SYNCHRONISATION xor1',
    ]);
    const [deadlock] = await judged(discriminator);
    expect(deadlock?.message).toMatch(/^If the data allow the way that is shown: and2 waits/);
    expect(deadlock?.zh).toMatch(/^若数据允许所示路径：and2 等待/);
  });

  it('is a warning: an event on a border for a signal that the process throws itself', async () => {
    const border =
      '<boundaryEvent id="heard" attachedToRef="a"><signalEventDefinition signalRef="s"/></boundaryEvent>' +
      '<endEvent id="endHeard"/><intermediateThrowEvent id="told"><signalEventDefinition signalRef="s"/></intermediateThrowEvent>' +
      flow('heard', 'endHeard') +
      flow('c', 'told') +
      flow('told', 'end');
    const flows = [
      'start > and1',
      'and1 > a',
      'and1 > b',
      'a > and2',
      'b > and2',
      'and2 > c',
      'start2 > end',
    ];
    expect(await findings(flows, border, '<signal id="s" name="s"/>')).toEqual([
      'warning BPMN.DEADLOCK and2',
    ]);
  });

  it('is a warning: a cycle without a way out in what an event may end', async () => {
    const sub = `<subProcess id="sub">${drawing(['startIn > xor9', 'xor9 > x', 'x > xor9'])}</subProcess>`;
    const end = flow('sub', 'end');
    const border =
      '<boundaryEvent id="over" attachedToRef="sub"><messageEventDefinition messageRef="m"/></boundaryEvent>' +
      flow('over', 'end');
    const message = '<message id="m" name="m"/>';
    const start = flow('a', 'sub');
    const flows = ['start > a', 'start2 > end'];
    expect(await findings(flows, `${sub}${start}${end}`)).toEqual(['error BPMN.NO_END_REACHABLE x']);
    expect(await findings(flows, `${sub}${start}${end}${border}`, message)).toEqual([
      'warning BPMN.NO_END_REACHABLE x',
    ]);
  });
});

describe('the inside of a sub-process', () => {
  const inside = (flows: readonly string[], attributes = ''): string =>
    `<subProcess id="sub" ${attributes}>${drawing(flows)}</subProcess>${flow('a', 'sub')}${flow('sub', 'b')}`;
  const around = ['start > a', 'b > end'];

  it('is judged for itself', async () => {
    const wrong = [
      'startIn > xor1',
      'xor1 > x',
      'xor1 > y : default',
      'x > and1',
      'y > and1',
      'and1 > endIn',
    ];
    expect(await findings(around, inside(wrong))).toEqual(['error BPMN.DEADLOCK and1']);
  });

  it('begins everywhere at once where nothing leads to', async () => {
    expect(await findings(around, inside(['x > y', 'z > y2', 'y > and1', 'y2 > and1']))).toEqual([]);
    expect(await findings(around, inside(['startA > and1', 'startB > and1', 'and1 > endIn']))).toEqual([]);
    expect(await findings(around, inside(['x > y', 'z > y', 'y > endIn']))).toEqual([
      'error BPMN.LACK_OF_SYNCHRONISATION y',
    ]);
  });

  it('that only ever fails is never done, so nothing comes by the flow after it', async () => {
    const more =
      `<subProcess id="sub">${drawing(['startIn > x', 'x > failIn'])}</subProcess>` +
      '<boundaryEvent id="failed" attachedToRef="sub"><errorEventDefinition errorRef="failure"/></boundaryEvent>' +
      flow('a', 'sub') +
      flow('sub', 'and2') +
      flow('failed', 'end');
    const flows = ['start > and1', 'and1 > a', 'and1 > b', 'b > and2', 'and2 > end'];
    expect(await findings(flows, more)).toEqual(['error BPMN.DEADLOCK and2']);
  });

  it('without an order of its own is not judged', async () => {
    const adHoc = `<adHocSubProcess id="sub"><userTask id="x"/><userTask id="y"/>${flow('x', 'y')}</adHocSubProcess>${flow('a', 'sub')}${flow('sub', 'b')}`;
    expect(await findings(around, adHoc)).toEqual([]);
  });
});

it('an activity that counts tokens leaves its process undecided', async () => {
  const counted = `<userTask id="twice" completionQuantity="2"/>${flow('a', 'twice')}${flow('twice', 'end')}`;
  expect(await findings(['start > a', 'start2 > end'], counted)).toEqual([
    'warning BPMN.SOUNDNESS_UNDECIDED twice',
  ]);
});

function CROSSING(kind: string): readonly string[] {
  const way = (from: string, to: string, mark = ''): readonly string[] => [
    `${kind}${from} > t${from}${to}${mark}`,
    `t${from}${to} > ${kind}${to}`,
  ];
  const standIn = kind === 'and' ? '' : ' : default';
  return [
    `start > ${kind}1`,
    ...way('1', '2'),
    ...way('1', '3', standIn),
    ...way('2', '4'),
    ...way('2', '5', standIn),
    ...way('3', '4', standIn),
    ...way('3', '5'),
    ...way('4', '6'),
    ...way('5', '6'),
    `${kind}6 > end`,
  ];
}
