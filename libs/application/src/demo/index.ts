export { demoInstitutionCode, demoLogins, demoPassword } from './demo-accounts.js';
export { DemoDesk } from './demo-desk.port.js';
export { PrepareFilingCommand } from './prepare-filing.command.js';
export { PrepareFilingHandler } from './prepare-filing.handler.js';
export { inventInstitution, type Dice, type InventedInstitution } from './invented-institution.js';
export { preparedForm, preparedMaterials, preparedScan } from './prepared-materials.js';
export { signedDelivery, signedRegistration, type SignedDelivery } from './simulated-registration.js';
