export { BusinessTime, type BusinessTimeState, type BusinessTimeStop } from './business-time.port.js';
export { MoveBusinessTimeCommand, type MovePatience } from './move-business-time.command.js';
export { businessTimeProviders } from './providers.js';
