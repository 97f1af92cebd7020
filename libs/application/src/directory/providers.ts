import { SearchDirectoryHandler } from './search-directory.handler.js';
import { SessionReader } from './session-reader.js';
import { SignInHandler } from './sign-in.handler.js';
import { SignOutHandler } from './sign-out.command.js';

export const directoryProviders = [SessionReader, SignInHandler, SignOutHandler, SearchDirectoryHandler];
