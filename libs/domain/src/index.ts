export * from './accountability/index.js';
