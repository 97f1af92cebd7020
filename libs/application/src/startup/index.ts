export { handledRequests, requestsAmong } from './handled-requests.js';
