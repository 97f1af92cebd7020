import { MigrateCaseHandler, PreviewMigrationHandler } from './case-migration.handlers.js';
import {
  GetMigrationRunHandler,
  ListCasesOfDefinitionHandler,
  MigrateCasesHandler,
  PreviewMigrationPlanHandler,
} from './migration-plan.handlers.js';

export const migrationProviders = [
  MigrateCaseHandler,
  PreviewMigrationHandler,
  MigrateCasesHandler,
  GetMigrationRunHandler,
  PreviewMigrationPlanHandler,
  ListCasesOfDefinitionHandler,
];
