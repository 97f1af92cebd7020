export { PasswordHasher } from './password-hasher.port.js';
export { SearchDirectoryQuery } from './search-directory.handler.js';
export { SessionReader } from './session-reader.js';
export { SessionStore, type AccountRecord, type CurrentSession } from './session-store.port.js';
export { SignInCommand, type SignedInSession } from './sign-in.command.js';
export { SignOutCommand } from './sign-out.command.js';
export { directoryProviders } from './providers.js';
