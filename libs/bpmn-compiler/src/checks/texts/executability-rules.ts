/** Texts of findings on valid BPMN that cannot be executed here. `NOT_EXECUTABLE` in a code always says so. */
export const EXECUTABILITY_RULES = {
  'BPMN.NOT_EXECUTABLE_PROCESS': {
    clause: '§10.2 (isExecutable)',
    en: '{element} says of itself that it is not for execution. Set isExecutable="true" when it is ready.',
    zh: '{element} 声明不可执行。准备就绪后请设置 isExecutable="true"。',
  },
  'BPMN.NOT_EXECUTABLE_NO_PROCESS': {
    clause: '§10.2',
    en: '{element} holds no process with a flow, so there is nothing to execute. Add one.',
    zh: '{element} 中没有带流程元素的流程，无可执行内容。请补充。',
  },
  'BPMN.NOT_EXECUTABLE_SEVERAL': {
    clause: '§10.2',
    en: '{element} is one of {count} executable processes of the file, and nothing in it calls them; one can be published at a time. Keep each in a file of its own.',
    zh: '{element} 是文件中 {count} 个互不调用的可执行流程之一；一次只能发布一个。请每个流程单独存为文件。',
  },
  'BPMN.NOT_EXECUTABLE_WITHOUT_ID': {
    clause: '§8.3.1 (id)',
    en: '{element} has no id, so no case can say where it stands. Give it one.',
    zh: '{element} 没有标识，案件无法记录所处位置。请补充标识。',
  },
  'BPMN.NOT_EXECUTABLE_ID': {
    clause: '§8.3.1 (id)',
    en: '{element}: the engine keeps the name "{id}" for itself. Choose another id.',
    zh: '{element}：标识“{id}”为引擎保留。请另选标识。',
  },
  'BPMN.NOT_EXECUTABLE_IMPORT': {
    clause: '§8.2.2 (Import), §15.3.2',
    en: '{element} takes in "{location}". No other file is fetched here. Put what is used into this file.',
    zh: '{element} 引入了“{location}”。此处不读取其他文件。请将所用内容并入本文件。',
  },
  'BPMN.NOT_EXECUTABLE_IMPORTED': {
    clause: '§8.2.2 (Import), §15.3.2',
    en: '{element}: {what} names "{reference}" of another file. No other file is fetched here. Put it into this file.',
    zh: '{element}：{what} 引用了其他文件中的“{reference}”。此处不读取其他文件。请并入本文件。',
  },
  'BPMN.NOT_EXECUTABLE_TYPES': {
    clause: '§8.2.2 (Import), §8.4.10',
    en: '{element} takes in types from "{location}". They are not fetched; values are checked by the forms.',
    zh: '{element} 从“{location}”引入类型。此处不读取，数据由表单校验。',
    warning: true,
  },
  'BPMN.NOT_EXECUTABLE_EXTENSION': {
    clause: '§8.3.3 (mustUnderstand)',
    en: '{element} must be understood to execute the file, and is not known here. Model it without the extension.',
    zh: '{element} 声明必须理解的扩展，此处无法识别。请不使用该扩展建模。',
  },
  'BPMN.NOT_EXECUTABLE_CALL': {
    clause: '§10.3.6 (calledElement)',
    en: '{element} calls {called}, which is not in this file. Put the called process into it.',
    zh: '{element} 调用的 {called} 不在本文件中。请将被调用流程并入。',
  },
  'BPMN.NOT_EXECUTABLE_EXPRESSION': {
    clause: '§8.4.6 (Expression, FormalExpression)',
    en: '{element} is plain language: a machine reads only a formal expression. Write xsi:type="tFormalExpression".',
    zh: '{element} 为自然语言表达式，机器只能读取形式表达式。请写明 xsi:type="tFormalExpression"。',
  },
  'BPMN.NOT_EXECUTABLE_EVENT': {
    clause: '§10.5.5',
    en: '{element} has no {what}, so nobody can execute it. Add it.',
    zh: '{element} 缺少 {what}，无法执行。请补充。',
  },
  'BPMN.NOT_EXECUTABLE_TASK': {
    clause: '§10.3.3',
    en: '{element} has no {what}, so nobody can execute it. Add it.',
    zh: '{element} 缺少 {what}，无法执行。请补充。',
  },
  'BPMN.NOT_EXECUTABLE_LOOP': {
    clause: '§10.3.8',
    en: '{element} does not say how often it runs. Add {what}.',
    zh: '{element} 未说明执行次数。请补充 {what}。',
  },
  'BPMN.NOT_EXECUTABLE_GATEWAY': {
    clause: '§10.6.5 (activationCondition)',
    en: '{element} joins flows without saying when it goes on. Add an activationCondition.',
    zh: '{element} 汇合流程却未说明何时继续。请补充 activationCondition。',
  },
} as const;
