export { handlerGaps, type HandlerClaim, proveHandlers } from './handler-gaps.js';
