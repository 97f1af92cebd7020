export { liveChannel, LiveUpdates, type LiveUpdate } from './live-updates.port.js';
