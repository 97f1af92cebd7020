import {
  CallChains,
  CallChainWork,
  EndCallChainHandler,
  bulkWorkProviders,
  conductorProviders,
  Conductor,
  DecisionReader,
  Deliver,
  DepartmentSystems,
  DocumentRenderer,
  FoldOpenWork,
  CollectReceipts,
  GatherDigests,
  GatherNotices,
  HandTodos,
  KeepScorecards,
  NoticeChannels,
  RenderDocumentHandler,
  SendMessageHandler,
  TellTodoHandler,
  transitionProviders,
  UnifiedTodoList,
} from '@lianban/application';
import { DecisionReaderThread } from '@lianban/compilation';
import { TemporalCallChains, TemporalConductor, PATIENT } from '@lianban/orchestration';
import { PersistenceModule } from '@lianban/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpDepartmentSystems } from './department-systems/http-department.systems.js';
import { PaperDocumentRenderer } from './documents/paper-document.renderer.js';
import { NoSeals } from './seals/no.seals.js';
import { SpecimenSeals } from './seals/specimen.seals.js';
import { HttpUnifiedTodoList } from './notifications/http-unified-todo.list.js';
import { OutsideChannels } from './notifications/outside-channels.js';
import { SmsGateway } from './notifications/sms-gateway.js';
import type { WorkerSettings } from './worker-settings.js';

@Module({})
export class WorkerModule {
  static with(settings: WorkerSettings): DynamicModule {
    const seconds = settings.CONDUCTOR_GIVE_UP_SECONDS;
    const policy =
      seconds === undefined
        ? PATIENT
        : { ...PATIENT, longestPause: '2 seconds', giveUpAfter: `${seconds} seconds` };
    return {
      module: WorkerModule,
      imports: [CqrsModule.forRoot(), PersistenceModule.connect(settings.DATABASE_URL)],
      providers: [
        ...transitionProviders,
        ...conductorProviders,
        ...bulkWorkProviders,
        RenderDocumentHandler,
        KeepScorecards,
        FoldOpenWork,
        GatherNotices,
        GatherDigests,
        CollectReceipts,
        SendMessageHandler,
        HandTodos,
        TellTodoHandler,
        Deliver,
        CallChainWork,
        EndCallChainHandler,
        {
          provide: Conductor,
          useValue: new TemporalConductor(settings.TEMPORAL_ADDRESS, settings.TEMPORAL_NAMESPACE, policy),
        },
        {
          provide: CallChains,
          useValue: new TemporalCallChains(
            settings.TEMPORAL_ADDRESS,
            settings.TEMPORAL_NAMESPACE,
            settings.CALL_CHAIN_MINUTE_SECONDS,
          ),
        },
        { provide: DecisionReader, useClass: DecisionReaderThread },
        { provide: DepartmentSystems, useValue: new HttpDepartmentSystems(settings.DEPARTMENT_SYSTEMS_URL) },
        {
          provide: DocumentRenderer,
          useValue: new PaperDocumentRenderer(
            settings.FILES_DIR,
            settings.ELECTRONIC_SEALS === 'specimen' ? new SpecimenSeals() : new NoSeals(),
          ),
        },
        {
          provide: NoticeChannels,
          useValue: new OutsideChannels({
            smtpUrl: settings.SMTP_URL,
            mailFrom: settings.MAIL_FROM,
            webhookHosts: settings.NOTICE_WEBHOOK_HOSTS.split(',').filter(Boolean),
            webhookSecret: settings.NOTICE_WEBHOOK_SECRET,
            sms:
              settings.SMS_GATEWAY_URL &&
              new SmsGateway(settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN),
            productUrl: settings.PRODUCT_URL,
          }),
        },
        {
          provide: UnifiedTodoList,
          useValue: new HttpUnifiedTodoList({
            url: settings.UNIFIED_TODO_URL,
            token: settings.UNIFIED_TODO_TOKEN,
            productUrl: settings.PRODUCT_URL,
          }),
        },
      ],
    };
  }
}
