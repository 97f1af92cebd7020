import type { Language } from '../language.js';

export const trailTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'TRAIL.NOT_YOURS': {
    zh: '只有管理员可以删除留痕中的个人信息。',
    en: 'Only administrators erase personal data from the trail.',
  },
  'TRAIL.NOT_YOURS_TO_AUDIT': {
    zh: '只有督办人员和管理员可以核验留痕。',
    en: 'Only supervisors and administrators audit the trail.',
  },
  'TRAIL.NOTHING_SEALED': {
    zh: '该时段没有已封存的记录：请换一个时段。',
    en: 'Nothing that was recorded in this period is sealed. Choose another period.',
  },
  'TRAIL.PERIOD_TOO_LONG': {
    zh: '该时段的批次过多，无法在页面上核验：请缩短时段，或由管理员运行 npm run verify-trail。',
    en: 'This period has too many batches to be judged on a page. Choose a shorter one, or have an administrator run npm run verify-trail.',
  },
  'TRAIL.NOT_SEALED': {
    zh: '该记录尚未封存或不存在：记录在数秒内封存，请稍后再试。',
    en: 'This entry is not sealed yet, or there is none. Entries are sealed within seconds: try again shortly.',
  },
  'TRAIL.NOT_ERASABLE': {
    zh: '删除记录本身不能删除：它是个人信息被依法删除的唯一证明。',
    en: 'The act of an erasure is never erased itself: it alone shows that data went lawfully.',
  },
};
