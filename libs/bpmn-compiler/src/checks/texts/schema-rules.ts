/** Texts of the rules that the XML schemas of the standard hold, and of references. */
export const SCHEMA_RULES = {
  'BPMN.NOT_BPMN': {
    clause: '§15.3, BPMN20.xsd',
    en: 'The outermost element must be "definitions" of BPMN 2.0 and is {element}. Save the file as BPMN 2.0 XML.',
    zh: '最外层元素必须是 BPMN 2.0 的 definitions，现为 {element}。请另存为 BPMN 2.0 XML。',
  },
  'BPMN.SCHEMA_CHILD_UNKNOWN': {
    clause: '§15.3, Semantic.xsd and BPMNDI.xsd',
    en: '{element}: "{child}" may not stand inside "{parent}". Take it out, or put it into extensionElements.',
    zh: '{element}：“{parent}”内不得出现“{child}”。请移除，或放入 extensionElements。',
  },
  'BPMN.SCHEMA_CHOICE': {
    clause: '§15.3, Semantic.xsd (xsd:choice)',
    en: '{element}: "{child}" excludes what stands beside it in "{parent}". Keep one of the two.',
    zh: '{element}：“{parent}”内的“{child}”与并列元素互斥。请只保留其一。',
  },
  'BPMN.SCHEMA_CHILD_ORDER': {
    clause: '§15.3, Semantic.xsd (xsd:sequence)',
    en: '{element}: "{child}" stands too late; it belongs before "{later}". Move it up.',
    zh: '{element}：“{child}”位置靠后，应在“{later}”之前。请上移。',
  },
  'BPMN.SCHEMA_CHILD_TOO_OFTEN': {
    clause: '§15.3, Semantic.xsd (maxOccurs)',
    en: '{element}: "{child}" may stand here {most} time(s) at most. Remove the rest.',
    zh: '{element}：此处“{child}”最多出现 {most} 次。请删除多余的。',
  },
  'BPMN.SCHEMA_CHILD_MISSING': {
    clause: '§15.3, Semantic.xsd (minOccurs)',
    en: '{element} needs "{child}" at least {least} time(s). Add it.',
    zh: '{element} 至少需要 {least} 个“{child}”。请补充。',
  },
  'BPMN.SCHEMA_ATTRIBUTE_UNKNOWN': {
    clause: '§15.3, Semantic.xsd and BPMNDI.xsd',
    en: '{element} has an attribute "{attribute}" that BPMN does not know there. Remove it, or give it a namespace of its own.',
    zh: '{element} 的属性“{attribute}”不是 BPMN 所规定的。请删除，或使用自己的命名空间。',
  },
  'BPMN.SCHEMA_ATTRIBUTE_MISSING': {
    clause: '§15.3, Semantic.xsd (use="required")',
    en: '{element} needs the attribute "{attribute}". Add it.',
    zh: '{element} 缺少必需的属性“{attribute}”。请补充。',
  },
  'BPMN.SCHEMA_VALUE': {
    clause: '§15.3, Semantic.xsd (simple types)',
    en: '{element}: "{value}" is no value for {what}; allowed is: {allowed}. Change it.',
    zh: '{element}：{what} 的值“{value}”无效，允许：{allowed}。请更改。',
  },
  'BPMN.SCHEMA_TYPE': {
    clause: '§15.3, Semantic.xsd (xsi:type)',
    en: '{element}: the type "{own}" cannot stand for {declared}. Use a type that is derived from it.',
    zh: '{element}：类型“{own}”不能替代 {declared}。请使用其派生类型。',
  },
  'BPMN.SCHEMA_ABSTRACT': {
    clause: '§15.3, Semantic.xsd (abstract types)',
    en: '{element} only names a group of elements. Use one of that group.',
    zh: '{element} 只是一类元素的总称。请使用其中的具体元素。',
  },
  'BPMN.SCHEMA_TEXT': {
    clause: '§15.3, Semantic.xsd (mixed content)',
    en: '{element} may hold no text, but holds "{text}". Take it out.',
    zh: '{element} 内不得有文字，现有“{text}”。请移除。',
  },
  'BPMN.ID_TWICE': {
    clause: '§8.3.1 (id); xsd:ID',
    en: '{element}: the id "{id}" is taken already in line {line}. Give each element its own.',
    zh: '{element}：标识“{id}”在第 {line} 行已使用。每个元素须有唯一标识。',
  },
  'BPMN.REFERENCE_NOWHERE': {
    clause: '§15.3.2 (references within and across files)',
    en: '{element}: {what} names "{reference}", which is not there. Name an element of this file.',
    zh: '{element}：{what} 引用的“{reference}”不存在。请引用本文件中的元素。',
  },
  'BPMN.REFERENCE_TYPE': {
    clause: '§15.3.2 and the table of the element',
    en: '{element}: {what} names {found}, but must name: {expected}. Name an element of that kind.',
    zh: '{element}：{what} 引用了 {found}，应引用：{expected}。请引用该类元素。',
  },
  'BPMN.IO_REFERENCE_FOREIGN': {
    clause: '§10.4.1 (InputSet, OutputSet)',
    en: '{element}: {what} names "{reference}" of another input/output specification. Name one of its own.',
    zh: '{element}：{what} 引用了其他输入输出规范中的“{reference}”。请引用本规范内的。',
  },
} as const;
