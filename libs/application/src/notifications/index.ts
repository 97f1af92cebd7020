export { liveChannel, LiveUpdates, type LiveUpdate } from './live-updates.port.js';
export { NoticeStore } from './notice-store.port.js';
export { CountNoticesQuery, ListNoticesQuery, ReadNoticesCommand } from './notices.commands.js';
export { noticeProviders } from './providers.js';
export { type NoticeMessage, NoticeMessageStore } from './message-store.port.js';
export { NoticeChannels } from './notice-channels.port.js';
export { SendMessageCommand, SendMessageHandler } from './send-message.handler.js';
export { GatherNotices } from './gather-notices.js';
export { GetNoticePreferencesQuery, PreferNoticesCommand } from './preferences.handlers.js';
