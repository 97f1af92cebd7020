export * from './accountability/index.js';
export * from './clocks/index.js';
export * from './orders/index.js';
export * from './registry/index.js';
export * from './routing/index.js';
export * from './tasks/index.js';
