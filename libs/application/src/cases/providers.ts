import type { Provider } from '@nestjs/common';
import { ApplyServiceResultHandler } from './apply-service-result.handler.js';
import { CaseRunner } from './case-runner.js';
import { CaseTransition } from './case-transition.js';
import { ExtensionNotice } from './extension-notice.js';
import { type LocalService, LocalServices } from './local-service.port.js';
import { BanRegisterMatch } from './local-services/ban-register-match.service.js';
import { IssueFilingReceipt } from './local-services/issue-filing-receipt.service.js';
import { IssueNonconformityNotice } from './local-services/issue-nonconformity-notice.service.js';
import { IssueSupplementNotice } from './local-services/issue-supplement-notice.service.js';
import { RemindUnfiledInstitution } from './local-services/remind-unfiled-institution.service.js';
import { VerifyFollowUpsStarted } from './local-services/verify-follow-ups-started.service.js';
import { OpenCaseHandler } from './open-case.handler.js';
import { RaiseIncidentHandler } from './raise-incident.handler.js';
import { ResolveIncidentHandler } from './resolve-incident.handler.js';
import { RetryLocalService } from './retry-local-service.js';
import { StoreStep } from './store-step.js';
import { SentEvents } from './sent-events.js';
import { SendSignalHandler, ThrowSignalHandler } from './throw-signal.handlers.js';
import { RouteEventHandler } from './route-event.handler.js';

const localServices = [
  BanRegisterMatch,
  IssueFilingReceipt,
  IssueNonconformityNotice,
  IssueSupplementNotice,
  RemindUnfiledInstitution,
  VerifyFollowUpsStarted,
];

export const caseProviders: Provider[] = [
  CaseRunner,
  StoreStep,
  CaseTransition,
  ExtensionNotice,
  RetryLocalService,
  SentEvents,
  OpenCaseHandler,
  RouteEventHandler,
  ApplyServiceResultHandler,
  RaiseIncidentHandler,
  ResolveIncidentHandler,
  ThrowSignalHandler,
  SendSignalHandler,
  ...localServices,
  {
    provide: LocalServices,
    useFactory: (...services: LocalService[]) => new LocalServices(services),
    inject: localServices,
  },
];
