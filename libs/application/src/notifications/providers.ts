import { CountNoticesHandler } from './count-notices.handler.js';
import { ListNoticesHandler } from './list-notices.handler.js';
import {
  GetMessageStateHandler,
  GetNoticePreferencesHandler,
  PreferNoticesHandler,
  SendTestMessageHandler,
} from './preferences.handlers.js';
import { ReadNoticesHandler } from './read-notices.handler.js';

export const noticeProviders = [
  ListNoticesHandler,
  CountNoticesHandler,
  ReadNoticesHandler,
  GetNoticePreferencesHandler,
  PreferNoticesHandler,
  SendTestMessageHandler,
  GetMessageStateHandler,
];
