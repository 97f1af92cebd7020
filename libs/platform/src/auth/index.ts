export { hashPassword, lockedPassword, passwordMatches } from './password.js';
export { AttemptThrottle } from './attempt-throttle.js';
