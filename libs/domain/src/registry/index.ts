export { isUscc, usccCheckSign } from './uscc.js';
export {
  registrationProblems,
  type RegistrarOffice,
  type RegistrationProblem,
} from './registration-rules.js';
