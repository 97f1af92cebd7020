export {
  registrationProblems,
  type RegistrarOffice,
  type RegistrationProblem,
} from './registration-rules.js';
