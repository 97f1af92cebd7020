import type { Language } from '../language.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Extend, stop and resume a clock. */
export const clockTexts: Texts = {
  'CLOCKS.UNKNOWN': {
    zh: '这个办件没有这项时限，请刷新页面后再试。',
    en: 'The case has no such clock. Reload the page and try again.',
  },
  'CLOCKS.NOT_YOURS': {
    zh: '您的岗位不能对这项时限作此处理：延期须由依据规定的岗位批准，中止和恢复由承办科室或监督人员办理。',
    en: 'Your post does not allow this: an extension is granted by the post that its basis names, a stop is for the office that answers for the step or for a supervisor.',
  },
  'CLOCKS.NO_EXTENSION': {
    zh: '这项时限的依据不允许延期，请在原时限内办结。',
    en: 'The basis of this clock allows no extension. Finish within the limit.',
  },
  'CLOCKS.EXTENDED_ALREADY': {
    zh: '这项时限已经延期一次，不能再次延期。',
    en: 'The clock has been extended once and cannot be extended again.',
  },
  'CLOCKS.EXTENSION_TOO_LONG': {
    zh: '延长的时间超过依据允许的上限，请缩短后再试。',
    en: 'The extension is longer than its basis allows. Shorten it.',
  },
  'CLOCKS.EXTENSION_TOO_LATE': {
    zh: '延期须在期限届满前批准，现已过可以批准的时间，原时限不变。',
    en: 'An extension is granted before expiry; it is too late for that, and the limit stays as it is.',
  },
  'CLOCKS.NOT_RUNNING': {
    zh: '这项时限没有在计时，不能作此处理。',
    en: 'The clock is not running, so this cannot be done.',
  },
  'CLOCKS.STOP_NEEDS_END': {
    zh: '这个事由的通知书须写明所需时间，请填写预计结束日。',
    en: 'The notice of this ground names the time that it takes. Say until when.',
  },
  'CLOCKS.STOP_ENDS_BEFORE': {
    zh: '预计结束日已经过去，时限没有中止，请填写以后的日期。',
    en: 'The stop would end before it begins; the clock goes on. Choose a later day.',
  },
  'CLOCKS.GROUND_STOPS_NOTHING': {
    zh: '这个事由不中止这项时限，请选择流程列明的事由。',
    en: 'This ground does not stop this clock. Choose a ground that its process names.',
  },
  'CLOCKS.NEVER_STOPS': {
    zh: '流程没有为这项时限列出中止事由。',
    en: 'Its process names no ground on which this clock stops.',
  },
  'CLOCKS.STOPPED_ALREADY': {
    zh: '这项时限已因同一事由中止，恢复后才能再次中止。',
    en: 'The clock is stopped on this ground already. It can be stopped again once it has resumed.',
  },
  'CLOCKS.NOT_STOPPED': {
    zh: '这项时限没有因这个事由中止，无需恢复。',
    en: 'The clock is not stopped on this ground; there is nothing to resume.',
  },
};
