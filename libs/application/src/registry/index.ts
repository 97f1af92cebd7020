export { FileVault, type StoredFolder } from './files/file-vault.port.js';
export { ReadFileQuery, type ReadableFile } from './files/read-file.query.js';
export { StoreFileCommand } from './files/store-file.command.js';
export { StoredFiles, type StoredFile } from './files/stored-files.port.js';
export {
  Institutions,
  type InstitutionFilter,
  type NewInstitution,
  type RegistrationContext,
} from './institutions.port.js';
export { ImportLedgerCommand, type LedgerReport } from './ledger/import-ledger.command.js';
export { ledgerTemplate } from './ledger/ledger-columns.js';
export { ListInstitutionsQuery } from './list-institutions.query.js';
export { PortalAccountPolicy } from './portal-account.policy.js';
export {
  SaveFilingDraftCommand,
  SubmitFilingCommand,
  SubmitSupplementCommand,
} from './portal/portal.commands.js';
export {
  Portal,
  type FilingRecord,
  type FilingSubmission,
  type FormPair,
  type PortalCase,
  type PortalFacts,
} from './portal/portal.port.js';
export { GetPortalFormQuery, GetPortalQuery } from './portal/portal.queries.js';
export { RegisterInstitutionCommand } from './register-institution.command.js';
export { registryProviders } from './providers.js';
