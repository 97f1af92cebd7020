import type { Language } from '../language.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Return, take back, countersign, suspend, operate, migrate. */
export const actTexts: Texts = {
  'DISPUTES.NOT_ANOTHER_OFFICE': {
    zh: '请选择另一个科室，即您认为有管辖权的科室。',
    en: 'Choose another office: the one that you hold competent.',
  },
  'DISPUTES.RAISED_ALREADY': {
    zh: '这项待办已有一个尚未裁定的管辖争议，请等待指定管辖。',
    en: 'A dispute over this task is undecided already. Wait until an office is designated.',
  },
  'DISPUTES.NOT_THE_SUPERIOR': {
    zh: '管辖争议由共同的上级指定管辖，您的岗位不能裁定。',
    en: 'A dispute over competence is decided by the common superior; your post does not allow it.',
  },
  'DISPUTES.NOT_OPEN': {
    zh: '没有这个管辖争议，或者它已经裁定，或者待办已经办结。',
    en: 'There is no such dispute, or it has been decided, or the task is done.',
  },
  'DISPUTES.NOT_A_PARTY': {
    zh: '只能在争议的两个科室中指定一个。',
    en: 'One of the two offices of the dispute has to be designated.',
  },
  'CASES.SUSPENDED': {
    zh: '办件已暂停办理，恢复办理后才能继续。',
    en: 'The case is suspended. It goes on once a supervisor has resumed it.',
  },
  'CASES.NOT_SUSPENDED': {
    zh: '办件没有暂停，无需恢复。',
    en: 'The case is not suspended: there is nothing to resume.',
  },
  'CASES.NOT_UPSTREAM': {
    zh: '这项待办不是从该环节办来的，不能退回到那里。',
    en: 'The task did not come from this step, so it cannot be returned to it.',
  },
  'CASES.CANNOT_COME_BACK': {
    zh: '子流程内的待办退回到外层环节后不能直接回到本环节，请选择“重新办理后续环节”。',
    en: 'From inside a sub-process a task cannot come straight back. Choose to walk the steps again.',
  },
  'CASES.NOTHING_TO_TAKE_BACK': {
    zh: '办结之后办件已往下走（后续环节已办理，或已通知其他系统、已发文书），不能撤回。',
    en: 'The case has gone on since: what came of it was done, or another system was told. It cannot be taken back.',
  },
  'CASES.NO_COUNTERSIGNING': {
    zh: '这里没有正在进行的会签。',
    en: 'No countersigning is open there.',
  },
  'CASES.SIGNERS_FIXED': {
    zh: '流程规定会签单位固定，不能加签或减签。',
    en: 'The process does not let signers be added or removed.',
  },
  'CASES.LAST_SIGNER': {
    zh: '会签至少要有一个单位：请先加签，再减签。',
    en: 'Somebody must be left to sign: add another signer first.',
  },
  'CASES.NO_SUCH_TOKEN': {
    zh: '办件已不在该位置，请刷新后重试。',
    en: 'The case does not stand there any more. Reload and try again.',
  },
  'CASES.TOKEN_IS_INSTANCE': {
    zh: '这是多实例中的一个，请对整个环节操作。',
    en: 'It is one of several instances: operate on the activity as a whole.',
  },
  'CASES.NO_SUCH_TARGET': {
    zh: '从办件目前的位置不能进入该环节，请另选。',
    en: 'Nothing can be entered there from where the case stands. Choose another step.',
  },
  'CASES.NO_SUCH_SCOPE': {
    zh: '办件没有这个范围，请刷新后重试。',
    en: 'The case has no such scope. Reload and try again.',
  },
  'CASES.LAST_TOKEN': {
    zh: '这是办件唯一的位置，不能取消；请改用跳转。',
    en: 'The case would have nowhere left to stand. Move it instead.',
  },
  'MIGRATION.OTHER_PROCESS': {
    zh: '办件只能迁移到同一流程的其他版本。',
    en: 'The case can only come to another version of its own process.',
  },
  'MIGRATION.SAME_VERSION': {
    zh: '办件已在该版本上运行。',
    en: 'The case runs on this version already.',
  },
  'MIGRATION.UNMAPPED': {
    zh: '办件停在的环节在新版本中不存在，请指定对应环节。',
    en: 'The case stands at a step that the other version does not have. Map it to one.',
  },
  'MIGRATION.TYPE_CHANGED': {
    zh: '对应环节的类型不同，请另选同类环节。',
    en: 'The step of the other version is of another kind. Map it to one of the same kind.',
  },
  'MIGRATION.OUTSIDE': {
    zh: '对应环节不在同一子流程内，请对应其子流程或另选环节。',
    en: 'The step is inside another sub-process there. Map that one, or choose another step.',
  },
  'MIGRATION.UNDER_WAY': {
    zh: '办件正在撤销已完成的环节，请待其结束后再迁移。',
    en: 'Something is being undone in this case. Migrate it once that is through.',
  },
  'MIGRATION.PLAN_UNDER_WAY': {
    zh: '这一版的在办件正在按另一方案迁移。请等它完成，或先结束它，再提交新方案。',
    en: 'The cases of this version are being migrated by another plan. Wait until it is through, or end it first.',
  },
  'ACTS.ADMIN_ONLY': {
    zh: '只有系统管理员可以这样做。',
    en: 'Only an administrator may do this.',
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
