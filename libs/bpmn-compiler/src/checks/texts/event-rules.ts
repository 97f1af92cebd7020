/** Texts of the rules of events: which trigger stands where, links, compensation and cancellation. */
export const EVENT_RULES = {
  'BPMN.TRIGGER_NOT_ALLOWED': {
    clause: '§10.5.2 to §10.5.5',
    en: '{element} {where} may not have a {trigger} trigger or result; allowed: {allowed}. Choose another event.',
    zh: '{element}（{where}）不得使用 {trigger}，允许：{allowed}。请改用其他事件。',
  },
  'BPMN.TRIGGER_MISSING': {
    clause: '§10.5.4',
    en: '{element} does not say what it waits for. Give it a trigger.',
    zh: '{element} 未说明等待什么。请指定触发条件。',
  },
  'BPMN.MUST_INTERRUPT': {
    clause: '§10.5.2; §10.5.4',
    en: '{element} always interrupts, because its trigger is {trigger}. Do not set {attribute} to false.',
    zh: '{element} 的触发类型为 {trigger}，必然中断。请勿将 {attribute} 设为 false。',
  },
  'BPMN.CANCEL_OUTSIDE_TRANSACTION': {
    clause: '§10.5.3, §10.5.4, §10.7.2',
    en: '{element} may stand only in or on a transaction. Make the sub-process a transaction, or use another event.',
    zh: '{element} 只能用于事务之内或其边界。请将子流程改为事务，或改用其他事件。',
  },
  'BPMN.BOUNDARY_ELSEWHERE': {
    clause: '§10.5.4 (attachedToRef)',
    en: '{element} is attached to {host}, which stands in another process or sub-process. Move one of them.',
    zh: '{element} 附着于另一流程或子流程中的 {host}。请移动其一。',
  },
  'BPMN.LINK_CONNECTED': {
    clause: '§10.5.4 (Link)',
    en: '{element} is one end of a link and may have no sequence flow {what}. Take it away.',
    zh: '{element} 是链接的一端，不得有{what}顺序流。请删除。',
  },
  'BPMN.LINK_TWO_TARGETS': {
    clause: '§10.5.5 (Link)',
    en: '{element} is a second target of the link "{name}". Keep one.',
    zh: '{element} 是链接“{name}”的第二个目标。请只保留一个。',
  },
  'BPMN.COMPENSATION_WITHOUT_HANDLER': {
    clause: '§10.7.1, §10.5.4',
    en: '{element} must be associated with one activity that has isForCompensation="true". Draw the association.',
    zh: '{element} 须关联一个 isForCompensation="true" 的活动。请绘制关联。',
  },
  'BPMN.COMPENSATION_OUT_OF_SCOPE': {
    clause: '§10.5.5 (activityRef), §10.7.1',
    en: '{element} compensates {activity}, which it cannot see from where it stands. Name an activity of the same process or sub-process.',
    zh: '{element} 要补偿的 {activity} 不在其可见范围内。请引用同一流程或子流程中的活动。',
  },
  'BPMN.EVENT_DEFINITION_NOT_REUSABLE': {
    clause: '§10.5.1 (eventDefinitionRefs)',
    en: '{element} refers to {definition}, which stands inside another event. Only event definitions beside the process can be shared.',
    zh: '{element} 引用了位于其他事件内的 {definition}。只有与流程并列的事件定义可以共用。',
  },
  'BPMN.MULTIPLE_OF_ONE': {
    clause: '§10.5.1 (parallelMultiple)',
    en: '{element} is said to wait for several events together, but has {count}. Add them, or remove parallelMultiple.',
    zh: '{element} 声明同时等待多个事件，但只有 {count} 个。请补充，或删除 parallelMultiple。',
    warning: true,
  },
} as const;
