import { compileRequest } from './compile-request.js';

/** What a compiler thread runs; piscina calls the default export. */
export default compileRequest;
