export {
  GetMigrationRunQuery,
  ListCasesOfDefinitionQuery,
  MigrateCaseCommand,
  MigrateCasesCommand,
  PreviewMigrationPlanQuery,
  PreviewMigrationQuery,
} from './migration.requests.js';
export type { CaseVerdict, MigrationRun } from './migration-run.js';
export { MigrationStore } from './migration-store.port.js';
export { migrationProviders } from './providers.js';
