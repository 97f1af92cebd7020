/** Refusals and incidents of the process runtime: what a definition did that cannot go on, and what to do about it. */
export const runtimeTexts = {
  'CASES.NOT_STARTED': {
    zh: '办件还没有开始，暂时没有可以操作的内容。',
    en: 'The case has not started: there is nothing to act upon yet.',
  },
  'CASES.ACTIVITY_NOT_INSIDE': {
    zh: '这个子流程里没有可以这样开始的活动。',
    en: 'The sub-process has no such activity to begin with.',
  },
  'CASES.CANCEL_NOT_CAUGHT': {
    zh: '取消结束事件外面没有带取消边界事件的事务，请修改流程定义。',
    en: 'No transaction with a cancel boundary event is around the cancel end event: correct the definition.',
  },
  'CASES.CARDINALITY_INVALID': {
    zh: '多实例的次数不是零或正整数，请更正数据后重试。',
    en: 'The number of instances is no whole number of 0 or more: correct the data and try again.',
  },
  'CASES.COLLECTION_INVALID': {
    zh: '多实例的集合不是列表，请更正数据后重试。',
    en: 'What the instances are made of is no list: correct the data and try again.',
  },
  'CASES.LOOP_MAXIMUM_INVALID': {
    zh: '循环的最多次数不是零或正整数，请更正数据后重试。',
    en: 'The greatest number of rounds is no whole number of 0 or more: correct the data and try again.',
  },
  'CASES.MESSAGE_UNFIT': {
    zh: '要发出的事件数据不符合登记的格式，没有发出。请更正办件数据后重试，或者修改流程的数据映射。',
    en: 'The data of the event to be sent does not fit its schema, so nothing was sent: correct the data of the case and try again, or correct the mapping of the process.',
  },
  'CASES.NOT_AD_HOC': {
    zh: '该处没有正在进行的自由流程。',
    en: 'No ad-hoc sub-process is open there.',
  },
  'CASES.NO_DECISIONS': {
    zh: '此处不能作出该决策，请检查流程引用的决策表。',
    en: 'The decision cannot be made here: check the decision that the process refers to.',
  },
  'CASES.ONE_AT_A_TIME': {
    zh: '这里的活动须逐项办理，前一项尚未办完。',
    en: 'Here one thing is done after the other, and one is under way.',
  },
  'CASES.PROCESS_UNKNOWN': {
    zh: '调用的流程不在此流程版本中，请重新发布。',
    en: 'The called process is not part of this version: publish the process again.',
  },
  'CASES.TIMER_INVALID': {
    zh: '计时器的值不是有效的时间，请更正数据后重试。',
    en: 'The timer has no time that it can wait for: correct the data and try again.',
  },
  'CASES.TOO_MANY_INSTANCES': {
    zh: '多实例超过一千个，请拆分后办理。',
    en: 'More than 1,000 instances at once: split the work.',
  },
} as const;
