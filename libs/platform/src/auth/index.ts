export { hashPassword, lockedPassword, passwordMatches } from './password.js';
export { newSessionToken, sessionTokenHash } from './session-token.js';
export { AttemptThrottle } from './attempt-throttle.js';
