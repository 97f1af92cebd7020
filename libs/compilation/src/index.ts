export { CompilerThread } from './compiler-thread.js';
