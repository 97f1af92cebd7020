/** Texts of the rules of data: sets, associations, types and where data can be seen. */
export const DATA_RULES = {
  'BPMN.DATA_IN_NO_SET': {
    clause: '§10.4.1 (inputSetRefs, outputSetRefs)',
    en: '{element} stands in no {set}. Add it to one.',
    zh: '{element} 不属于任何 {set}。请加入其一。',
  },
  'BPMN.SET_NOT_SUBSET': {
    clause: '§10.4.1',
    en: '{element}: {what} names "{data}", which {all} does not. Name it there as well.',
    zh: '{element}：{what} 引用的“{data}”未列入 {all}。请一并列入。',
  },
  'BPMN.SETS_DISAGREE': {
    clause: '§10.4.1 (outputSetRefs, inputSetRefs)',
    en: '{element} is connected with {other}, which is not connected with it. Name each in the other.',
    zh: '{element} 引用了 {other}，但后者未引用前者。请互相引用。',
  },
  'BPMN.DATA_OUT_OF_SCOPE': {
    clause: '§10.4.1 (lifecycle and visibility)',
    en: '{element} uses {data}, which cannot be seen from there. Move the data to a process or sub-process around it.',
    zh: '{element} 使用的 {data} 在其处不可见。请将数据移到外层流程或子流程。',
  },
  'BPMN.ASSOCIATION_END': {
    clause: '§10.4.2',
    en: '{element}: {what} must be {expected} of {owner} itself, not {data}. Name one of its own.',
    zh: '{element}：{what} 须为 {owner} 自身的 {expected}，而非 {data}。请引用自身的。',
  },
  'BPMN.ASSOCIATION_WITHOUT_SOURCE': {
    clause: '§10.4.2 (sourceRef)',
    en: '{element} has no source and no assignment, so it moves nothing. Name a source.',
    zh: '{element} 既无来源也无赋值，不会传递任何数据。请指定来源。',
    warning: true,
  },
  'BPMN.PROCESS_DATA_DIRECTION': {
    clause: '§10.4.1 (Data Inputs and Outputs of a process)',
    en: '{element}: {data} of the process may not be {what} of a data association inside it. Turn it round.',
    zh: '{element}：流程的 {data} 不得作为其内部数据关联的{what}。请改变方向。',
  },
} as const;
