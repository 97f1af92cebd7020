export type * from './case-reader.port.js';
export { CaseReader } from './case-reader.port.js';
export {
  GetCaseQuery,
  GetDecisionFilesQuery,
  GetDefinitionXmlQuery,
  GetTaskQuery,
  ListCasesQuery,
  ListDefinitionsQuery,
  ListIncidentsQuery,
  PreviewCompletionQuery,
} from './casework.queries.js';
export { overseesAll } from './oversight.js';
export { caseworkProviders } from './providers.js';
