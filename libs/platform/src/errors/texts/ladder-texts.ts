/** Of escalation ladders. */
export const ladderTexts = {
  'CLOCKS.NOT_TOLD': {
    zh: '只有被告知的人员才能签收这个时限。',
    en: 'Only somebody who was told of this clock can acknowledge it.',
  },
  'LADDERS.NO_DRAFT': { zh: '这个预警阶梯没有草稿。', en: 'There is no draft of this ladder.' },
  'LADDERS.DRAFT_STALE': {
    zh: '您打开之后，他人又保存过这份草稿。请刷新，核对后再改。',
    en: 'Somebody else has saved this draft since you opened it. Reload it and check before you change it.',
  },
  'LADDERS.REFUSED': {
    zh: '这个预警阶梯还不能发布：有的级别不符合规则。',
    en: 'The ladder cannot be published as it is: some of its levels break a rule.',
  },
  'LADDERS.EFFECTIVE_IN_THE_PAST': {
    zh: '生效时间不能早于现在：已开始的时限沿用开始时的版本。',
    en: 'A version takes effect now or later: clocks that have started keep the version they started with.',
  },
  'LADDERS.USE_CHANGED': {
    zh: '不能改变阶梯适用的时限种类：已发布的流程以此为据。请另建一个阶梯。',
    en: 'What a ladder is made for cannot change: published processes rely on it. Make another ladder instead.',
  },
} as const;
