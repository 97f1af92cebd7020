import type { Language } from '../language.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Transfer, hand over, send back, stand in. */
export const teamTexts: Texts = {
  'TEAM.NOT_A_LEAD': {
    zh: '团队页面供科室负责人和单位领导使用；个人数据不出本单位。',
    en: 'This page is for heads of a section or unit. Figures of people stay in their own unit.',
  },
  'TEAM.NOT_IN_UNIT': {
    zh: '此人或此科室不属于您的单位，请在本单位人员中选择。',
    en: 'This person or office is not of your unit. Choose somebody of your own unit.',
  },
  'TEAM.NOT_AT_THIS_DESK': {
    zh: '此人不在承办这项待办的科室任职，请选择该科室的同事。',
    en: 'This person holds no post at the desk of this task. Choose a colleague of that desk.',
  },
  'TEAM.HOLDS_IT_ALREADY': { zh: '这项待办已经在此人名下。', en: 'This person holds the task already.' },
  'TEAM.SIGNERS_STAY': {
    zh: '会签意见指定由本人签署，不能转派或转办；请改用加签、减签。',
    en: 'A signature is asked of its signer by name and cannot be moved. Add or remove a signer instead.',
  },
  'TEAM.NOT_ANOTHER_UNIT': {
    zh: '请选择另一单位的科室；本单位内请用转派。',
    en: 'Choose an office of another unit. Within your own unit, transfer the task to a colleague.',
  },
  'TEAM.NOBODY_THERE': {
    zh: '该科室目前无人任职，转过去将无人办理。请选择其他科室。',
    en: 'Nobody holds a post in that office, so nobody would do the task. Choose another office.',
  },
  'TEAM.NO_SUCH_HANDOVER': {
    zh: '没有这次转办，或者已经退件。请刷新页面。',
    en: 'There is no such hand-over, or it was sent back already. Load the page again.',
  },
  'TEAM.NOT_THE_RECEIVER': {
    zh: '只有接收科室可以退件。',
    en: 'Only the office that received the task can send it back.',
  },
  'TEAM.MOVED_ON': {
    zh: '这项待办已再次转出或已结束，不能退件。',
    en: 'The task has been moved on or closed since, and cannot be sent back.',
  },
  'TEAM.TOO_LATE_TO_SEND_BACK': {
    zh: '退件限接收后一个工作日内。期限已过，如仍认为不属本单位，请提出管辖争议。',
    en: 'A task is sent back within one working day. If it is not yours after that, raise a dispute over competence.',
  },
  'TEAM.AWAY_ALREADY': {
    zh: '此人在这段时间内已有缺席记录，请调整时间或先销假。',
    en: 'An absence of this person covers part of that time. Change the time, or end that absence first.',
  },
  'TEAM.STAND_IN_AWAY': {
    zh: '代办人在这段时间内也缺席，或者缺席人正在为他人代办。请另选代办人或调整时间。',
    en: 'The stand-in is away during part of that time, or the absent person stands in for somebody. Choose somebody else or another time.',
  },
  'TEAM.NO_SUCH_ABSENCE': {
    zh: '没有这条缺席记录，或者已经结束。请刷新页面。',
    en: 'There is no such absence, or it is over. Load the page again.',
  },
};
