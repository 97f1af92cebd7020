import { readDecisions } from './read-decisions.js';

/** What a reader thread runs; piscina calls the default export. */
export default readDecisions;
