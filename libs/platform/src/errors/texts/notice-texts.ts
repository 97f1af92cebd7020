/** Refusals of channels by which people are told; they stand in the delivery log. */
export const noticeTexts = {
  'NOTICES.CHANNEL_OFF': {
    zh: '该通知渠道未配置，消息未发出。请系统管理员配置邮件服务器或回调地址。',
    en: 'This channel is not configured, and the message was not sent. A system administrator has to configure the mail server or the host of the webhook.',
  },
  'NOTICES.REFUSED': {
    zh: '对方邮件服务器拒收，消息未送达。请核对邮箱地址。',
    en: 'The mail server refused the message, and it was not delivered. Check the address.',
  },
  'NOTICES.UNREACHABLE': {
    zh: '对方暂时无法接收，系统会继续重试。站内通知不受影响。',
    en: 'The receiver cannot be reached now; it is tried again. Notices in the product are not affected.',
  },
};
