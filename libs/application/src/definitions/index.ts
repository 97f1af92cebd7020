export type {
  EventSchema,
  NewDefinition,
  PublishedDefinition,
  ScheduledStart,
  StartSubscription,
} from './definition-store.port.js';
export { startInstant } from './schedule-starts.js';
export { DefinitionStore } from './definition-store.port.js';
export { ProcessCompiler } from './process-compiler.port.js';
export { signalTopic } from './beginnings.js';
export { DecisionReader } from './decision-reader.port.js';
export type { DecisionMade } from './decision-book.js';
export { DefinitionCatalog } from './definition-catalog.js';
export type { DefinitionManifest } from './publish-definition.command.js';
export { PublishDefinitionCommand } from './publish-definition.command.js';
export { DefinitionHouse } from './definition-house.js';
export { GetHouseHandler } from './get-house.handler.js';
export { GetHouseQuery } from './get-house.query.js';
export { PublishDefinitionHandler } from './publish-definition.handler.js';
