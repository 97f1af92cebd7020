import { GetCaseHandler } from './get-case.handler.js';
import { GetTaskHandler } from './get-task.handler.js';
import {
  GetDefinitionXmlHandler,
  ListCasesHandler,
  ListDefinitionsHandler,
  ListIncidentsHandler,
} from './list-cases.handler.js';

import { PreviewCompletionHandler } from './preview-completion.handler.js';

export const caseworkProviders = [
  PreviewCompletionHandler,
  GetTaskHandler,
  GetCaseHandler,
  ListCasesHandler,
  ListDefinitionsHandler,
  GetDefinitionXmlHandler,
  ListIncidentsHandler,
];
