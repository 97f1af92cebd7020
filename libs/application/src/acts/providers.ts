import { PerformActHandler, PreviewActHandler } from './acts.handlers.js';
import { CaseActs } from './case-acts.js';
import { GetCaseTokensHandler } from './get-case-tokens.handler.js';
import { GetClockActsHandler } from './get-clock-acts.handler.js';
import { GetTaskActsHandler } from './get-task-acts.handler.js';
import { ReturningActs } from './returning-acts.js';
import { SigningActs } from './signing-acts.js';

export const actProviders = [
  ReturningActs,
  SigningActs,
  CaseActs,
  PerformActHandler,
  PreviewActHandler,
  GetTaskActsHandler,
  GetClockActsHandler,
  GetCaseTokensHandler,
];
