/** Texts of the rules of pools, messages between them, conversations and choreographies. */
export const COLLABORATION_RULES = {
  'BPMN.MESSAGE_FLOW_SAME_POOL': {
    clause: '§7.6.2, §9.4',
    en: '{element} begins and ends in the same pool. Use a sequence flow.',
    zh: '{element} 的两端在同一泳池内。请改用顺序流。',
  },
  'BPMN.MESSAGE_FLOW_END': {
    clause: '§7.6.2, §9.4, §10.5.2 to §10.5.4',
    en: '{element} may not {what} {node}. Connect it with a pool, a task or an event for messages.',
    zh: '{element} 不得{what} {node}。请连接泳池、任务或消息事件。',
  },
  'BPMN.MULTIPLICITY': {
    clause: '§9.3.1 (ParticipantMultiplicity)',
    en: '{element}: minimum {minimum}, maximum {maximum}; the minimum is 0 or more, the maximum 1 or more and not below the minimum.',
    zh: '{element}：minimum 为 {minimum}，maximum 为 {maximum}；minimum 须不小于 0，maximum 须不小于 1 且不小于 minimum。',
  },
  'BPMN.CHOREOGRAPHY_REFERS': {
    clause: '§9.2, §11.2 (choreographyRef)',
    en: '{element} may not refer to a choreography. Only a collaboration can.',
    zh: '{element} 不得引用编排图。只有协作图可以。',
  },
  'BPMN.CONVERSATION_LINK': {
    clause: '§9.5.6',
    en: '{element} must join a participant and a conversation. Change one end.',
    zh: '{element} 须连接参与者与会话。请更改一端。',
  },
  'BPMN.INITIATOR_FOREIGN': {
    clause: '§11.5 (initiatingParticipantRef)',
    en: '{element}: who begins, {participant}, does not take part. Name one of its participants.',
    zh: '{element}：发起方 {participant} 未参与其中。请引用其参与者。',
  },
  'BPMN.CHOREOGRAPHY_MESSAGES': {
    clause: '§11.5.1 (messageFlowRef)',
    en: '{element}: the message flow {flow} does not run between its participants. Name one that does.',
    zh: '{element}：消息流 {flow} 不在其参与者之间。请引用参与者之间的消息流。',
  },
  'BPMN.CORRELATION_UNBOUND': {
    clause: '§8.4.2 (CorrelationPropertyBinding)',
    en: '{element} binds {property}, which is no property of its key. Name one that is.',
    zh: '{element} 绑定的 {property} 不属于其关联键。请引用关联键的属性。',
  },
} as const;
