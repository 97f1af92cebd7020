export type { Directory, Office, Route, RoutingOverride } from './route-lane.js';
export { DEFAULT_FUNCTION, departmentOf, routeLane } from './route-lane.js';
