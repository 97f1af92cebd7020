export type { Actor } from './actor.js';
export { engineActor } from './actor.js';
