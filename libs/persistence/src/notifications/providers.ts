import { DigestStore, NoticeMessageStore, NoticeStore } from '@lianban/application';
import { PgDigestStore } from './pg-digest.store.js';
import { PgNoticeMessageStore } from './pg-notice-message.store.js';
import { PgNoticeStore } from './pg-notice.store.js';

export const noticeAdapters = [
  { provide: NoticeStore, useClass: PgNoticeStore },
  { provide: NoticeMessageStore, useClass: PgNoticeMessageStore },
  { provide: DigestStore, useClass: PgDigestStore },
];
