import type { Language } from '../language.js';

/** Of calendars and of operations over many rows. */
export const calendarTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'BULK.UNKNOWN': { zh: '没有这项批量操作。', en: 'There is no such bulk operation.' },
  'BULK.NOT_NOW': {
    zh: '这项批量操作的状态已经改变，请刷新后再试。',
    en: 'The operation stands elsewhere by now. Refresh and try again.',
  },
  'BULK.FAILED': {
    zh: '这一项未能处理，原因见说明；其余各项不受影响。',
    en: 'This item could not be done for the reason given; all the others were.',
  },
  'CALENDARS.ADMIN_ONLY': {
    zh: '只有管理员可以修改工作日历。',
    en: 'Only an administrator may change calendars.',
  },
  'CALENDARS.UNKNOWN': { zh: '没有这个日历版本。', en: 'There is no such version of a calendar.' },
  'CALENDARS.PLACE_UNKNOWN': {
    zh: '不能为这个地方或科室设日历，请从列表中选择。',
    en: 'No calendar can be kept for this place. Choose one from the list.',
  },
  'CALENDARS.HOURS_INVALID': {
    zh: '办公时间要按先后填写，前一段结束后才开始下一段。',
    en: 'Office hours must follow one another: each begins after the one before has ended.',
  },
  'CALENDARS.DAYS_CONTRADICT': {
    zh: '有日期前后矛盾，没有保存，请按提示更正。',
    en: 'Some days contradict one another, so nothing was saved. Correct them as shown.',
  },
  'CALENDARS.NO_DRAFT': {
    zh: '这份草稿已经不在：可能已发布或已删除，请刷新。',
    en: 'The draft is gone: it was published or dropped. Refresh the page.',
  },
  'CALENDARS.DRAFT_CHANGED': {
    zh: '草稿已被他人修改，没有覆盖。请刷新后再改。',
    en: 'Somebody has changed the draft since you opened it; nothing was overwritten. Reload it first.',
  },
  'CALENDARS.NOT_PREVIEWED': {
    zh: '发布前请先看影响预览：草稿改动后需要重新预览。',
    en: 'Look at the impact preview first; a draft that was changed is previewed anew.',
  },
};
