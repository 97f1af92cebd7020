/** Texts of findings on the drawing. It changes nothing of what is executed, so none of them refuses. */
export const DIAGRAM_RULES = {
  'BPMN.DIAGRAM_REFERENCE': {
    clause: '§12.2 (bpmnElement, sourceElement, targetElement)',
    en: '{element}: {what} names "{reference}", which is not there. The drawing lacks something; draw it anew.',
    zh: '{element}：{what} 引用的“{reference}”不存在，图形不完整。请重新绘制。',
    warning: true,
  },
  'BPMN.DIAGRAM_SHAPE_KIND': {
    clause: '§12.2',
    en: '{element} draws {drawn} as {what}. Draw it anew.',
    zh: '{element} 将 {drawn} 绘为{what}。请重新绘制。',
    warning: true,
  },
  'BPMN.DIAGRAM_TWICE': {
    clause: '§12.2.2',
    en: '{element} draws {drawn} a second time in the same diagram. Keep one.',
    zh: '{element} 在同一图中重复绘制 {drawn}。请只保留一个。',
    warning: true,
  },
} as const;
