export * from './accountability/index.js';
export * from './clocks/index.js';
export * from './registry/index.js';
