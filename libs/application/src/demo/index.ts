export { demoInstitutionCode, demoLogins, demoPassword } from './demo-accounts.js';
