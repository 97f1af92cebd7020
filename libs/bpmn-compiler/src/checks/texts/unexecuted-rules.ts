/**
 * Texts of rules on flow and data that files of other tools do not keep, though every tool reads them: what breaks them
 * is drawn and not executed here.
 */
export const UNEXECUTED_RULES = {
  'BPMN.NOT_EXECUTABLE_EVENT_SUBPROCESS': {
    clause: '§10.3.5 (Event Sub-Process), §10.5.2',
    en: '{element} is an event sub-process and needs exactly one start event, with a trigger; it has {count}.',
    zh: '{element} 是事件子流程，须恰有一个带触发条件的开始事件，现有 {count} 个。',
  },
  'BPMN.NOT_EXECUTABLE_UNCONNECTED': {
    clause: '§10.5.4 (sequence flow connections)',
    en: '{element} has no sequence flow {what}. Connect it.',
    zh: '{element} 没有{what}顺序流。请连接。',
  },
  'BPMN.NOT_EXECUTABLE_LINK': {
    clause: '§10.5.4, §10.5.5 (Link)',
    en: '{element} has no other end: no {other} of the link "{name}" stands in the same process. Add it.',
    zh: '{element} 没有对应端：同一流程内没有链接“{name}”的 {other}。请补充。',
  },
  'BPMN.NOT_EXECUTABLE_UNREACHED': {
    clause: '§10.5.2 (a process with a start event)',
    en: 'There is a start event, so something must lead to {element}. Connect it or take it away.',
    zh: '既有开始事件，{element} 就必须有流入。请连接或删除。',
  },
  'BPMN.NOT_EXECUTABLE_OPEN_END': {
    clause: '§10.5.3 (a process with an end event)',
    en: 'There is an end event, so something must follow {element}. Connect it or take it away.',
    zh: '既有结束事件，{element} 之后就必须有流出。请连接或删除。',
  },
  'BPMN.NOT_EXECUTABLE_WITHOUT_END': {
    clause: '§10.5.3',
    en: '{element} has a start event and no end event. Add one.',
    zh: '{element} 有开始事件而无结束事件。请补充。',
  },
  'BPMN.NOT_EXECUTABLE_WITHOUT_START': {
    clause: '§10.5.2',
    en: '{element} has an end event and no start event. Add one.',
    zh: '{element} 有结束事件而无开始事件。请补充。',
  },
  'BPMN.NOT_EXECUTABLE_MIXED_GATEWAY': {
    clause: '§10.6.6',
    en: '{element} leads to receive tasks and to message events. Use one of the two.',
    zh: '{element} 同时指向接收任务和消息事件。请只用其一。',
  },
  'BPMN.NOT_EXECUTABLE_LONELY_GATEWAY': {
    clause: '§10.6.6',
    en: '{element} must have two ways out or more. Add one, or take the gateway away.',
    zh: '{element} 至少须有两个流出。请补充，或删除网关。',
  },
  'BPMN.NOT_EXECUTABLE_COLLECTION': {
    clause: '§10.4.1 (isCollection)',
    en: '{element} and its item definition {item} disagree on isCollection. Let both say the same.',
    zh: '{element} 与其数据项定义 {item} 的 isCollection 不一致。请使两者相同。',
  },
  'BPMN.NOT_EXECUTABLE_TRANSFORMATION': {
    clause: '§10.4.2 (sourceRef, transformation)',
    en: '{element} joins several sources or data of different types. Add a transformation or assignments.',
    zh: '{element} 连接了多个来源或不同类型的数据。请添加 transformation 或 assignment。',
  },
  'BPMN.NOT_EXECUTABLE_DATA_TYPE': {
    clause: '§10.3.3, §10.4.1, §10.5.5 (data of tasks and events)',
    en: '{element}: {data} and {carrier} carry different types. Let both refer to the same item definition.',
    zh: '{element}：{data} 与 {carrier} 的数据类型不同。请引用同一数据项定义。',
  },
  'BPMN.NOT_EXECUTABLE_TOO_MUCH_DATA': {
    clause: '§10.3.3 (Service, Send and Receive Task)',
    en: '{element} may have {most} {what} at most and has {count}. Remove the rest.',
    zh: '{element} 最多可有 {most} 个 {what}，现有 {count} 个。请删除多余的。',
  },
  'BPMN.NOT_EXECUTABLE_CALLED_DATA': {
    clause: '§10.3.6 (Call Activity: data requirements)',
    en: '{element} must have the same {what} as {called}: {own} here, {its} there. Let them match.',
    zh: '{element} 的 {what} 须与 {called} 一致：此处 {own} 个，被调用方 {its} 个。请使其匹配。',
  },
  'BPMN.NOT_EXECUTABLE_MESSAGE_FLOW': {
    clause: '§10.5.2, §10.5.3 (Message Flow connections)',
    en: '{element} is connected with {node}, which carries no message. Make it an event for messages.',
    zh: '{element} 所连接的 {node} 不传递消息。请改为消息事件。',
  },
} as const;
