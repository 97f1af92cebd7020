import { NoticeMessageStore, NoticeStore } from '@lianban/application';
import { PgNoticeMessageStore } from './pg-notice-message.store.js';
import { PgNoticeStore } from './pg-notice.store.js';

export const noticeAdapters = [
  { provide: NoticeStore, useClass: PgNoticeStore },
  { provide: NoticeMessageStore, useClass: PgNoticeMessageStore },
];
