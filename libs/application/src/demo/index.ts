export { demoInstitutionCode, demoLogins, demoPassword } from './demo-accounts.js';
export { DemoDesk } from './demo-desk.port.js';
export { PrepareFilingCommand } from './prepare-filing.command.js';
export { PrepareFilingHandler } from './prepare-filing.handler.js';
export { signedRegistration, type SignedDelivery } from './simulated-registration.js';
