import type { Language } from '../language.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Tasks, cases, inbox, incidents, the board and processes. */
export const caseworkTexts: Texts = {
  'SCORECARDS.NOT_YOUR_OFFICE': {
    zh: '这些数据只有本科室和督办人员能看；个人数据只在本科室内可见。',
    en: 'These figures are seen by the office itself and by supervisors; those of people only in their own office.',
  },
  'SCORECARDS.UNKNOWN_FACT': {
    zh: '没有这条考核记录，请刷新后再试。',
    en: 'There is no such entry of a scorecard. Reload the page.',
  },
  'SCORECARDS.OBJECTED_ALREADY': {
    zh: '对这条记录已经提出过异议。',
    en: 'The office has objected to this entry already.',
  },
  'SCORECARDS.NOT_THE_KEEPER': {
    zh: '剔除和免责由督办部门认定，您的岗位不能认定。',
    en: 'Exclusion and exemption are concluded by supervisors; your post does not allow it.',
  },
  'SCORECARDS.CONCLUDED_ALREADY': {
    zh: '这条记录已有同样的结论。',
    en: 'The same has been concluded about this entry already.',
  },
  'SCORECARDS.NO_OPEN_OBJECTION': {
    zh: '这条记录没有待答复的异议。',
    en: 'No objection to this entry waits for an answer.',
  },
  'TASKS.UNKNOWN': { zh: '没有这项待办。', en: 'There is no such task.' },
  'TASKS.NOT_YOUR_OFFICE': {
    zh: '这项待办属于其他科室，只有该科室能查看和办理。',
    en: 'The task belongs to another office; only that office can see and handle it.',
  },
  'TASKS.ALREADY_CANCELLED': {
    zh: '这项待办已关闭：办件已往下走，不再需要它。',
    en: 'The task is closed: the case has gone on and does not need it any more.',
  },
  'TASKS.MISSING_ITEM_REPEATED': {
    zh: '这些材料在第一次告知时就已缺少，不得再次要求补正（一次性告知）。请从清单中去掉它们。',
    en: 'These items were missing already when the first notice was issued and may not be asked for again. Take them off the list.',
  },
  'TASKS.MISSING_ITEMS_EMPTY': {
    zh: '补正告知须列明缺少的材料，请勾选。',
    en: 'A notice must name the missing items: tick them.',
  },
  'TASKS.NONCONFORMITY_WITHOUT_REASON': {
    zh: '不符通知须写明所依据的条款和查见的情况。',
    en: 'A notice of non-conformity names the clause and what was found: fill in both.',
  },
  'TASKS.TWO_OFFICERS_NEEDED': {
    zh: '请填写两名执法人员及其证号（两个证号不得相同），或写明未到场的原因。',
    en: 'Record two officers with their own certificate numbers, or the reason why there were none.',
  },
  'TASKS.VISIT_INCOMPLETE': {
    zh: '还有参检单位未填写两名执法人员或原因。请等其办理，或注明未到单位及原因。',
    en: 'Some inspecting units have recorded neither two officers nor a reason. Wait for them, or name them with the reason why they did not come.',
  },
  'CASES.UNKNOWN': { zh: '没有这个办件。', en: 'There is no such case.' },
  'CASES.NOT_YOURS': {
    zh: '您的科室没有参与这个办件，不能查看。',
    en: 'Your office takes no part in this case, so you cannot read it.',
  },
  'CASES.ENDED': { zh: '办件已办结。', en: 'The case has ended.' },
  'CASES.TASK_NOT_OPEN': { zh: '这项待办已不在办理中。', en: 'The task is not open any more.' },
  'CASES.OUTCOME_UNKNOWN': { zh: '这项待办没有这种办理结果。', en: 'The task has no such outcome.' },
  'CASES.STARTED_BY_EVENT': {
    zh: '此流程由事件启动，不能手工发起。',
    en: 'This process starts with an event, not by hand.',
  },
  'CASES.NO_SUCH_START': { zh: '此流程没有这个起点。', en: 'The process has no such start.' },
  'CASES.MESSAGE_NOT_EXPECTED': {
    zh: '办件不在等待这个事件。',
    en: 'The case does not wait for this event.',
  },
  'CASES.SERVICE_NOT_OPEN': {
    zh: '办件已不在等待这个系统步骤的结果。',
    en: 'The case does not wait for this system step any more.',
  },
  'CASES.TIMER_NOT_ARMED': { zh: '该计时已不再有效。', en: 'The timer is not armed any more.' },
  'CASES.NO_INCIDENT': { zh: '没有可重试的异常。', en: 'There is nothing to try again.' },
  'CASES.ENDLESS_LOOP': {
    zh: '流程在原地循环，已停止；请管理员检查流程定义。',
    en: 'The process goes round in a circle and was stopped; an administrator should check its definition.',
  },
  'CASES.ERROR_NOT_CAUGHT': {
    zh: '流程没有处理这种退回的路径；请管理员在“异常”中处置。',
    en: 'The process has no way for this refusal; an administrator settles it among the incidents.',
  },
  'CASES.MILESTONE_WITHOUT_INSTANT': {
    zh: '缺少起算日期，无法计时；请管理员在“异常”中处置。',
    en: 'The day to count from is missing; an administrator settles it among the incidents.',
  },
  'CASES.NO_FLOW_TAKEN': {
    zh: '没有一条路径的条件成立，办件停在此处；请管理员在“异常”中处置。',
    en: 'No condition holds and the case stands still; an administrator settles it among the incidents.',
  },
  'EXPRESSIONS.FAILED': {
    zh: '流程中的表达式无法计算；请管理员检查流程定义。',
    en: 'An expression of the process cannot be computed; an administrator should check its definition.',
  },
  'EXPRESSIONS.BUDGET': {
    zh: '流程中的表达式计算量过大，已停止；请管理员检查流程定义。',
    en: 'An expression of the process takes too many steps and was stopped; an administrator should check its definition.',
  },
  'EXPRESSIONS.NOT_BOOLEAN': {
    zh: '流程中的条件没有得出“是”或“否”；请管理员检查流程定义。',
    en: 'A condition of the process is neither true nor false; an administrator should check its definition.',
  },
  'INBOX.NOT_YOUR_OFFICE': { zh: '这不是您所在的科室。', en: 'You hold no post in this office.' },
  'API.CURSOR_INVALID': {
    zh: '翻页位置无效，请从第一页重新打开列表。',
    en: 'This page of the list cannot be found: open the list again from its beginning.',
  },
  'API.URI_TOO_LONG': { zh: '网址太长。', en: 'The address is too long.' },
  'INCIDENTS.ADMIN_ONLY': {
    zh: '只有系统管理员可以处置异常。',
    en: 'Only an administrator may settle an incident.',
  },
  'INCIDENTS.NOT_YOURS': {
    zh: '只有督查人员和系统管理员可以查看异常。',
    en: 'Only supervisors and administrators see incidents.',
  },
  'INCIDENTS.RESOLVED': { zh: '该异常已处置。', en: 'The incident has been settled already.' },
  'INCIDENTS.UNKNOWN': { zh: '没有这个异常。', en: 'There is no such incident.' },
  'SUPERVISION.NOT_YOURS': { zh: '督办看板只对督查人员开放。', en: 'Only supervisors see the board.' },
  'DEFINITIONS.ADMIN_ONLY': {
    zh: '只有系统管理员可以发布流程。',
    en: 'Only an administrator may publish a process.',
  },
  'DEFINITIONS.UNKNOWN': { zh: '没有这个流程。', en: 'There is no such process.' },
  'CONDUCTOR.AWAY': {
    zh: '系统步骤的执行引擎暂时不可用，稍后会自动继续。',
    en: 'The engine of system steps is away for the moment; they go on by themselves later.',
  },
};
