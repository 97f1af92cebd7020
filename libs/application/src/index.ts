export * from './transaction/index.js';
export * from './directory/index.js';
