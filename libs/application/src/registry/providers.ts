import { ReadFileHandler } from './files/read-file.query.js';
import { StoreFileHandler } from './files/store-file.command.js';
import { InstitutionProjection } from './institution-projection.js';
import { ImportLedgerHandler } from './ledger/import-ledger.handler.js';
import { ListInstitutionsHandler } from './list-institutions.query.js';
import { GetPortalFormHandler, GetPortalHandler } from './portal/portal.queries.js';
import {
  SaveFilingDraftHandler,
  SubmitFilingHandler,
  SubmitSupplementHandler,
} from './portal/submit-filing.handlers.js';
import { RegisterInstitutionHandler } from './register-institution.handler.js';

export const registryProviders = [
  GetPortalFormHandler,
  GetPortalHandler,
  ImportLedgerHandler,
  InstitutionProjection,
  ListInstitutionsHandler,
  ReadFileHandler,
  RegisterInstitutionHandler,
  SaveFilingDraftHandler,
  StoreFileHandler,
  SubmitFilingHandler,
  SubmitSupplementHandler,
];
