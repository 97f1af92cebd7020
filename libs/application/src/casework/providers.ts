import { CaseRehearsal } from './case-rehearsal.js';
import { GetCaseHandler } from './get-case.handler.js';
import { GetTaskHandler } from './get-task.handler.js';
import {
  GetDecisionFilesHandler,
  GetDefinitionXmlHandler,
  ListCasesHandler,
  ListDefinitionsHandler,
  ListIncidentsHandler,
} from './list-cases.handler.js';

import { PreviewCompletionHandler } from './preview-completion.handler.js';

export const caseworkProviders = [
  CaseRehearsal,
  PreviewCompletionHandler,
  GetTaskHandler,
  GetCaseHandler,
  ListCasesHandler,
  ListDefinitionsHandler,
  GetDecisionFilesHandler,
  GetDefinitionXmlHandler,
  ListIncidentsHandler,
];
