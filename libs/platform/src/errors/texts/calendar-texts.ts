/** Of calendars and of operations over many rows. */
export const calendarTexts = {
  'BULK.ADMIN_ONLY': {
    zh: '只有管理员可以查看和控制批量操作。',
    en: 'Only an administrator may see and steer bulk operations.',
  },
  'BULK.UNKNOWN': { zh: '没有这项批量操作。', en: 'There is no such bulk operation.' },
  'BULK.NOT_NOW': {
    zh: '这项批量操作的状态已经改变，请刷新后再试。',
    en: 'The operation stands elsewhere by now. Refresh and try again.',
  },
  'BULK.FAILED': {
    zh: '这一项未能处理，原因见说明；其余各项不受影响。',
    en: 'This item could not be done for the reason given; all the others were.',
  },
} as const;
