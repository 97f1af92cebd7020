/** Refusals of channels by which people are told; they stand in the delivery log. */
export const noticeTexts = {
  'NOTICES.CHANNEL_OFF': {
    zh: '该通知渠道未配置，消息未发出。请系统管理员配置邮件服务器、短信网关或回调地址。',
    en: 'This channel is not configured, and the message was not sent. A system administrator has to configure the mail server, the gateway for text messages or the host of the webhook.',
  },
  'NOTICES.DIGEST_NOT_YOURS': {
    zh: '只有督办人员可以订阅督办摘要，设置未保存。请去掉摘要后再保存。',
    en: 'Only supervisors subscribe to a digest, and nothing was saved. Take the digest off and save again.',
  },
  'NOTICES.NO_ADDRESS': {
    zh: '该渠道还没有保存地址，测试消息未发出。请先填写并保存。',
    en: 'No address of this channel is saved, and no test was sent. Fill it in and save first.',
  },
  'NOTICES.NO_SUCH_MESSAGE': {
    zh: '没有发给您的这条消息，无法查看结果。请刷新后重试。',
    en: 'There is no such message to you, so its result cannot be shown. Reload and try again.',
  },
  'NOTICES.NOT_GIVEN_UP': {
    zh: '该投递并未失败，或已在重试，无需再次操作。请刷新列表。',
    en: 'This delivery has not failed, or is being tried already; there is nothing to do. Reload the list.',
  },
  'NOTICES.REFUSED': {
    zh: '对方拒收，消息未送达。请核对地址，再由系统管理员重试。',
    en: 'The receiver refused the message, and it was not delivered. Check the address; an administrator can send it again.',
  },
  'NOTICES.UNREACHABLE': {
    zh: '对方暂时无法接收，系统会继续重试。站内通知不受影响。',
    en: 'The receiver cannot be reached now; it is tried again. Notices in the product are not affected.',
  },
};
