/** Inclusive branches of which each goes on in its own way and in that of its neighbour. */
const crowd = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, i) => [
    `or1 > a${i}`,
    `a${i} > or${i + 10}`,
    `or${i + 10} > or${i + 30}`,
    `or${i + 10} > or${((i + 1) % size) + 30}`,
    `or${i + 30} > b${i}`,
    `b${i} > or2`,
  ]).flat();

/** A process for each finding on soundness, as `drawing` reads it, and what mends it. */
export const unsound: readonly (readonly [
  finding: string,
  broken: readonly string[],
  mended: readonly string[],
])[] = [
  [
    'BPMN.DEADLOCK and1',
    ['start > xor1', 'xor1 > a', 'xor1 > b : default', 'a > and1', 'b > and1', 'and1 > end'],
    ['start > xor1', 'xor1 > a', 'xor1 > b : default', 'a > xor2', 'b > xor2', 'xor2 > end'],
  ],
  [
    'BPMN.LACK_OF_SYNCHRONISATION c',
    ['start > and1', 'and1 > a', 'and1 > b', 'a > xor1', 'b > xor1', 'xor1 > c', 'c > end'],
    ['start > and1', 'and1 > a', 'and1 > b', 'a > and2', 'b > and2', 'and2 > c', 'c > end'],
  ],
  [
    'BPMN.LIVELOCK autoA',
    ['start > xor1', 'xor1 > a : default', 'xor1 > xor2', 'xor2 > autoA', 'autoA > xor2', 'a > end'],
    [
      'start > xor1',
      'xor1 > a : default',
      'xor1 > xor2',
      'xor2 > autoA',
      'autoA > xor3',
      'xor3 > xor2',
      'xor3 > a : default',
      'a > end',
    ],
  ],
  [
    'BPMN.NO_END_REACHABLE b',
    ['start > xor1', 'xor1 > a : default', 'xor1 > b', 'b > c', 'c > b', 'a > end'],
    ['start > xor1', 'xor1 > a : default', 'xor1 > b', 'b > c', 'c > xor1', 'a > end'],
  ],
  [
    'BPMN.SOUNDNESS_UNDECIDED or1',
    ['start > or1', ...crowd(9), 'or2 > end'],
    ['start > or1', ...crowd(3), 'or2 > end'],
  ],
];
