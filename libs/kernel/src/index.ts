export type { Result } from './result.js';
export { ok, err } from './result.js';
export type { AppError, ErrorKind, ErrorPlace } from './app-error.js';
export { AppException, invalid, denied, missing, conflict, unavailable, defect } from './app-error.js';
export type { Json, JsonObject } from './json.js';
export type { XmlDanger, XmlLimits } from './xml-safety.js';
export { checkXmlSafety } from './xml-safety.js';
export { closeAttributeSpaces } from './xml-attributes.js';
