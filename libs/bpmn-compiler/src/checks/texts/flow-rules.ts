/** Texts of the rules of sequence flows, gateways and where a path begins and ends. */
export const FLOW_RULES = {
  'BPMN.FLOW_CROSSES_BORDER': {
    clause: '§7.6.1, §10.3.5',
    en: '{element} leads from {from} to {to}, across the border of a process or sub-process. Connect the sub-process itself, or use a message.',
    zh: '{element} 从 {from} 到 {to}，越过了流程或子流程的边界。请连接子流程本身，或改用消息。',
  },
  'BPMN.START_IS_ENTERED': {
    clause: '§10.5.2 (Start Event: sequence flow connections)',
    en: 'Nothing may lead to {element}. Turn the flow {flow} round or take it away.',
    zh: '{element} 不得有流入。请反转或删除顺序流 {flow}。',
  },
  'BPMN.END_GOES_ON': {
    clause: '§10.5.3 (End Event: sequence flow connections)',
    en: 'Nothing may follow {element}. Take the flow {flow} away, or use an intermediate event.',
    zh: '{element} 之后不得有流出。请删除顺序流 {flow}，或改用中间事件。',
  },
  'BPMN.BOUNDARY_IS_ENTERED': {
    clause: '§10.5.4 (Intermediate Events attached to an Activity)',
    en: 'No sequence flow may lead to {element} on the border of an activity. Take {flow} away.',
    zh: '顺序流不得指向活动边界上的 {element}。请删除 {flow}。',
  },
  'BPMN.EVENT_SUBPROCESS_HAS_FLOWS': {
    clause: '§10.3.5 (Event Sub-Process)',
    en: '{element} is started by its event and may have no sequence flow. Take {flow} away.',
    zh: '{element} 由事件启动，不得有顺序流。请删除 {flow}。',
  },
  'BPMN.COMPENSATION_HAS_FLOWS': {
    clause: '§10.7.1, §7.6.1 (compensation activities and their event)',
    en: '{element} stands outside of the normal flow and may have no sequence flow. Take {flow} away; use an association.',
    zh: '{element} 用于补偿，不在正常流中，不得有顺序流。请删除 {flow}，改用关联。',
  },
  'BPMN.FLOWS_DISAGREE': {
    clause: '§8.4.13 (Flow Node: incoming, outgoing)',
    en: '{element}: {what} names "{flow}", but that flow is not connected so. Let both say the same.',
    zh: '{element}：{what} 列有“{flow}”，但该顺序流并非如此连接。请使两处一致。',
  },
  'BPMN.FLOWS_UNLISTED': {
    clause: '§8.4.13 (Flow Node: incoming, outgoing)',
    en: '{element} does not list the flow "{flow}" as {what}, though this file lists flows. Add it.',
    zh: '本文件列出了顺序流，但 {element} 未将“{flow}”列为 {what}。请补充。',
  },
  'BPMN.CONDITION_NOT_ALLOWED': {
    clause: '§8.4.13, §10.5.2, §10.6.4, §10.6.6',
    en: '{element} may have no condition, because it leaves {source}. Take the condition away.',
    zh: '{element} 从 {source} 流出，不得带条件。请删除条件。',
  },
  'BPMN.CONDITION_ALONE': {
    clause: '§8.4.13',
    en: '{element} has a condition, but {source} has no other way out. Add one or take the condition away.',
    zh: '{element} 带条件，但 {source} 没有其他流出。请补充流出或删除条件。',
  },
  'BPMN.DEFAULT_NOT_OUTGOING': {
    clause: '§8.4.13 (default)',
    en: '{element}: the default "{flow}" does not leave it. Name one of its outgoing flows.',
    zh: '{element}：默认流“{flow}”并非由其流出。请指定其流出之一。',
  },
  'BPMN.DEFAULT_WITH_CONDITION': {
    clause: '§10.3 (default)',
    en: '{element} is a default, so its condition is never read. Take the condition away.',
    zh: '{element} 是默认流，其条件不会被判断。请删除条件。',
    warning: true,
  },
  'BPMN.GATEWAY_DIRECTION': {
    clause: '§8.4.9, §10.6 (gatewayDirection)',
    en: '{element} is said to be {direction}, but has {incoming} flows in and {outgoing} out. Change the direction or the flows.',
    zh: '{element} 声明为 {direction}，但有 {incoming} 个流入、{outgoing} 个流出。请更改方向或顺序流。',
  },
  'BPMN.GATEWAY_DECIDES_NOTHING': {
    clause: '§10.6 (a gateway merges or splits)',
    en: '{element} has one way in and one way out and does nothing. Take it away if it is not needed.',
    zh: '{element} 一进一出，不起作用。如不需要请删除。',
    warning: true,
  },
  'BPMN.EVENT_GATEWAY_TARGET': {
    clause: '§10.6.6',
    en: '{element} leads to {target}. After an event gateway may come only catching events for a message, timer, signal or condition, and receive tasks.',
    zh: '{element} 指向 {target}。事件网关之后只能是消息、定时、信号、条件捕获事件或接收任务。',
  },
  'BPMN.EVENT_GATEWAY_TARGET_SHARED': {
    clause: '§10.6.6',
    en: '{target} follows {element} and may have no other flow in. Take the others away.',
    zh: '{target} 在 {element} 之后，不得有其他流入。请删除其余流入。',
  },
  'BPMN.EVENT_GATEWAY_BOUNDARY': {
    clause: '§10.6.6',
    en: '{target} follows {element} and may carry no boundary event. Take {boundary} away.',
    zh: '{target} 在 {element} 之后，不得附有边界事件。请删除 {boundary}。',
  },
  'BPMN.EVENT_GATEWAY_PARALLEL': {
    clause: '§10.6.6',
    en: '{element} may be Parallel only if it starts the process. Set instantiate, or make it Exclusive.',
    zh: '{element} 只有启动流程时才可为 Parallel。请设置 instantiate，或改为 Exclusive。',
  },
  'BPMN.INSTANTIATING_IS_ENTERED': {
    clause: '§10.6.6, §10.3.3 (instantiate)',
    en: '{element} starts the process, so nothing may lead to it. Take {flow} away, or do not let it start the process.',
    zh: '{element} 启动流程，不得有流入。请删除 {flow}，或取消其启动流程的设置。',
  },
} as const;
