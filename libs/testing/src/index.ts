export { BusinessClock } from './city/business-clock.js';
export { City, type CityOptions } from './city/city.js';
export { type Delivery, EventSender } from './city/event-sender.js';
export { filingForm, materialKinds, scan, twoOfficers } from './city/filing-papers.js';
export { Nursery, type TaskAtHand } from './city/nursery.js';
export { type Answer, Person, type Sending } from './city/person.js';
export { ChildProgram } from './stack/child-program.js';
export {
  type DepartmentSystems,
  type ListedTodo,
  startDepartmentSystems,
  type SystemCall,
  type SystemMode,
} from './stack/department-systems.js';
export { eventually } from './stack/eventually.js';
export { freePort } from './stack/free-port.js';
export { type OwnPostgres, ownPostgres } from './stack/own-postgres.js';
export { type OwnServer, ownRedis, ownTemporal } from './stack/own-servers.js';
export { type Product, type ProductOptions, startProduct } from './stack/product.js';
export { type StackEnvironment, stackEnvironment, type TestPostgres } from './stack/stack-environment.js';
export { cloneTestDatabase, type TestDatabase } from './stack/test-database.js';
export { type CountingPostgres, countPostgres } from './load/counting-postgres.js';
export { type ExplainedQuery, explainInboxAndBoard } from './load/inbox-and-board.js';
export { seedDeadlines } from './load/seed-deadlines.js';
export { seedOpenTasks } from './load/seed-open-tasks.js';
