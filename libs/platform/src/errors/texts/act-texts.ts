import type { Language } from '../language.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Return, take back, countersign, suspend, operate, migrate. */
export const actTexts: Texts = {
  'CASES.SUSPENDED': {
    zh: '办件已暂停办理，恢复办理后才能继续。',
    en: 'The case is suspended. It goes on once a supervisor has resumed it.',
  },
  'CASES.NOT_SUSPENDED': {
    zh: '办件没有暂停，无需恢复。',
    en: 'The case is not suspended: there is nothing to resume.',
  },
  'CASES.COMMAND_UNKNOWN': {
    zh: '此版本的引擎不认识这个操作。',
    en: 'This version of the engine does not know the command.',
  },
  'ACTS.NOT_YOURS': {
    zh: '您的岗位不能做这件事：暂停和恢复办理由督查人员操作，跳转和数据更正由系统管理员操作。',
    en: 'Your post does not allow this: supervisors suspend and resume cases, administrators move them by hand.',
  },
  'ACTS.STEP_NOT_DONE': {
    zh: '该环节在这个办件中还没有办过，不能退回到那里。请从列表中选择已办过的环节。',
    en: 'This step has not been done in this case. Choose one of the steps that were done.',
  },
  'ACTS.RETURN_NOT_ALLOWED': {
    zh: '流程不允许退回到该环节，请选择其他环节。',
    en: 'The process does not allow a return to this step. Choose another one.',
  },
  'ACTS.NO_STEP_TO_RETURN_TO': {
    zh: '没有可以退回的环节。',
    en: 'There is no earlier step to which it may be returned.',
  },
  'ACTS.TAKE_BACK_NOT_ALLOWED': {
    zh: '流程不允许撤回该环节。如需更正，请下一环节退回。',
    en: 'The process does not let this step be taken back. Ask the next step to return it.',
  },
  'ACTS.NOT_COMPLETED': {
    zh: '只能撤回已办结的待办。',
    en: 'Only a task that was completed can be taken back.',
  },
  'ACTS.NOT_YOUR_COMPLETION': {
    zh: '只有办结人本人可以撤回。',
    en: 'Only the person who completed the task can take it back.',
  },
  'ACTS.TAKEN_UP': {
    zh: '下一环节已有人认领或办理，不能撤回。请联系对方退回。',
    en: 'Somebody has taken up what came of it, so it cannot be taken back. Ask them to return it.',
  },
  'ACTS.NO_COUNTERSIGNING': {
    zh: '这项待办不是会签待办，不能加签或减签。',
    en: 'The task is not one of a countersigning: no signer can be added or removed.',
  },
  'ACTS.SIGNERS_FIXED': {
    zh: '流程规定会签单位固定，不能加签或减签。',
    en: 'The process fixes who signs: no signer can be added or removed.',
  },
  'ACTS.NOT_THE_LEAD': {
    zh: '只有会签的牵头科室可以加签或减签。',
    en: 'Only the office that leads the countersigning may change its signers.',
  },
  'ACTS.SIGNER_ALREADY': { zh: '该单位或人员已在会签名单中。', en: 'This signer takes part already.' },
  'ACTS.SIGNER_UNKNOWN': {
    zh: '找不到该会签单位或人员，请填写部门代码、科室编号或人员编号。',
    en: 'Nobody is known by this name. Give the code of a department, the id of an office or of a person.',
  },
};
