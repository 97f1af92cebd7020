export { CONDUCTOR_OPERATIONS, type ConductorOperation } from './operations.js';
export { ConductEffectCommand } from './conduct-effect.command.js';
export { conductorProviders } from './providers.js';
export { Conductor } from './conductor.port.js';
export { DepartmentSystems, type DepartmentAnswer } from './department-systems.port.js';
export { RemindConductors } from './remind-conductors.js';
export { conductorCommands, PerformEffect } from './perform-effect.js';
