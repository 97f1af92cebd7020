import { NoticeStore } from '@lianban/application';
import { PgNoticeStore } from './pg-notice.store.js';

export const noticeAdapters = [{ provide: NoticeStore, useClass: PgNoticeStore }];
