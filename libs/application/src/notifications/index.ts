export { liveChannel, LiveUpdates, type LiveUpdate } from './live-updates.port.js';
export { NoticeStore } from './notice-store.port.js';
export { CountNoticesQuery, ListNoticesQuery, ReadNoticesCommand } from './notices.commands.js';
export { noticeProviders } from './providers.js';
export type { DeliveryReceipt, Digest, MessageContent, NoticeMessage } from './message-store.port.js';
export { NoticeMessageStore } from './message-store.port.js';
export { NoticeChannels } from './notice-channels.port.js';
export { SendMessageCommand, SendMessageHandler } from './send-message.handler.js';
export { GatherNotices } from './gather-notices.js';
export { type DueDigest, DigestStore } from './digest-store.port.js';
export { GatherDigests } from './gather-digests.js';
export { CollectReceipts } from './collect-receipts.js';
export {
  GetMessageStateQuery,
  GetNoticePreferencesQuery,
  PreferNoticesCommand,
  SendTestMessageCommand,
} from './preferences.handlers.js';
