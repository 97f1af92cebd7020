export { ChildProgram } from './stack/child-program.js';
export { eventually } from './stack/eventually.js';
export { freePort } from './stack/free-port.js';
export { type OwnServer, ownRedis, ownTemporal } from './stack/own-servers.js';
export { type Product, type ProductOptions, startProduct } from './stack/product.js';
export { type StackEnvironment, stackEnvironment } from './stack/stack-environment.js';
export { cloneTestDatabase, type TestDatabase } from './stack/test-database.js';
