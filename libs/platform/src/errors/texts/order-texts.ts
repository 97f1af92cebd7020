export const orderTexts = {
  'ORDERS.UNKNOWN': {
    zh: '没有这份督办文书，或它尚未送达您的单位。',
    en: 'There is no such order, or it has not been served on your unit.',
  },
  'ORDERS.NOT_YOUR_OFFICE': {
    zh: '这一步由另一方办理：签发、送达、审核、销号归督办单位，签收和反馈归承办单位。',
    en: 'The other side does this: the issuing office issues, serves, reviews and strikes off; the unit acknowledges and answers.',
  },
  'ORDERS.NOT_NOW': {
    zh: '文书的状态已变，现在不能做这一步。请刷新后查看进展。',
    en: 'The order has moved on, and this cannot be done now. Reload it to see where it stands.',
  },
  'ORDERS.FOUR_EYES': {
    zh: '拟稿人不能签发自己拟的督办单或通报，请由他人签发。',
    en: 'Whoever drafted an order or a criticism does not issue it. Ask a colleague to.',
  },
  'ORDERS.CONVENOR_ISSUES': {
    zh: '通报以及发往垂直管理单位的文书，由召集人签发。',
    en: 'A criticism, and whatever goes to a unit led from above, is issued by the convenor.',
  },
  'ORDERS.NOT_A_JOINT_OFFICE': {
    zh: '督办文书由联席会议办公室拟稿，您不在其中任职。',
    en: 'Orders are drafted in a joint-meeting office, where you hold no post.',
  },
  'ORDERS.OUTSIDE_JURISDICTION': {
    zh: '该单位不在您的督办辖区内，请另选单位。',
    en: 'That office is outside your jurisdiction. Choose another one.',
  },
  'ORDERS.SERVED_AT_IMPOSSIBLE': {
    zh: '送达时间应在签发之后、现在之前，请更正。',
    en: 'Service lies after issue and not in the future. Correct the time.',
  },
  'ORDERS.AGENDA_ITEM_UNKNOWN': {
    zh: '没有这项未议事项，或它属于另一联席会议。',
    en: 'There is no such unsettled item, or it is another meeting’s.',
  },
  'TEMPLATES.REFUSED': {
    zh: '模板中有无法填写的占位符，位置见 errors。改正后再保存。',
    en: 'The template has placeholders that cannot be filled; see errors for the places. Correct them and save again.',
  },
  'TEMPLATES.UNKNOWN_PLACEHOLDER': {
    zh: '此类文书没有这个占位符。',
    en: 'Documents of this kind have no such placeholder.',
  },
  'TEMPLATES.BROKEN_PLACEHOLDER': {
    zh: '占位符的括号不成对。',
    en: 'The braces of a placeholder do not match.',
  },
  'TEMPLATES.STALE': {
    zh: '别人已发布更新的版本。请刷新后在其基础上修改。',
    en: 'Somebody has published a later version. Reload and begin from it.',
  },
} as const;
