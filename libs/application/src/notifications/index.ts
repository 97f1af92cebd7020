export { liveChannel, LiveUpdates, type LiveUpdate } from './live-updates.port.js';
export { NoticeStore } from './notice-store.port.js';
export { CountNoticesQuery, ListNoticesQuery, ReadNoticesCommand } from './notices.commands.js';
export { noticeProviders } from './providers.js';
