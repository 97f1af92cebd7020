export type { Anchor } from './anchors.port.js';
export { AnchorLines } from './anchor-lines.port.js';
export { ErasePersonalDataCommand } from './erase-personal-data.command.js';
export { GetTrailQuery, ProveEntryQuery, VerifyTrailQuery } from './trail.queries.js';
export { trailProviders } from './providers.js';
export { SealTrail, type SealingSettings } from './seal-trail.js';
export { StoredTrail } from './stored-trail.js';
export type { AnchorPlace, SealingOutcome, SealedEntry, TrailState } from './trail-store.port.js';
export { TrailStore } from './trail-store.port.js';
