export type { Directory, Office, Route, RoutingOverride } from './route-lane.js';
export type { SignerRoute, StaffedDirectory } from './route-signer.js';
export { routeSigner } from './route-signer.js';
export { DEFAULT_FUNCTION, departmentOf, routeLane } from './route-lane.js';
