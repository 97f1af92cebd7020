export type * from './api/views.js';
