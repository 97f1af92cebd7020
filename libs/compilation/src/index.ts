export { CompilerThread } from './compiler-thread.js';
export { DecisionReaderThread } from './decision-reader-thread.js';
