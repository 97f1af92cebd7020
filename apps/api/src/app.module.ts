import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import {
  AnchorLines,
  applicationProviders,
  FileVault,
  LiveUpdates,
  PasswordHasher,
  PortalAccountPolicy,
  DecisionReader,
  ProcessCompiler,
} from '@lianban/application';
import { CompilerThread, DecisionReaderThread } from '@lianban/compilation';
import { PersistenceModule } from '@lianban/persistence';
import { AttemptThrottle, hashPassword, Metrics, passwordMatches, type Logger } from '@lianban/platform';
import { ApiSettings } from './api-settings.js';
import { BulkOperationsController } from './bulk/bulk-operations.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CaseActsController } from './cases/case-acts.controller.js';
import { ClockActsController } from './cases/clock-acts.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { DemoController } from './demo/demo.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { EmergenciesController } from './emergencies/emergencies.controller.js';
import { DisputesController } from './disputes/disputes.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { OutsideDeliveriesController } from './notices/outside-deliveries.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { TemplatesController } from './orders/templates.controller.js';
import { DistrictNames } from './demo/district-names.js';
import { RegistrarSystem } from './demo/registrar-system.js';
import { DiskFileVault } from './files/disk-file.vault.js';
import { FilesController } from './files/files.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { AccessGuard } from './http/access.guard.js';
import { DeclaredAccess } from './http/declared-access.js';
import { ProblemFilter } from './http/problem.filter.js';
import { InboxController } from './inbox/inbox.controller.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { EventsController } from './intake/events.controller.js';
import { IntakeDeskController } from './intake/intake-desk.controller.js';
import { ClockAcknowledgementController } from './ladders/clock-acknowledgement.controller.js';
import { LaddersController } from './ladders/ladders.controller.js';
import { LiveConnections } from './live/live-connections.js';
import { LiveFeed } from './live/live-feed.js';
import { LiveHints } from './live/live-hints.js';
import { LiveController } from './live/live.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { DeclaredRoutes } from './openapi/declared-routes.js';
import { OpenApi } from './openapi/openapi.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { FirstPassword } from './portal/first-password.js';
import { PortalController } from './portal/portal.controller.js';
import { RegistryController } from './registry/registry.controller.js';
import { SessionController } from './session/session.controller.js';
import { ScorecardsController } from './scorecards/scorecards.controller.js';
import { SupervisionController } from './supervision/supervision.controller.js';
import { TeamController } from './team/team.controller.js';
import { MigrationsController } from './migrations/migrations.controller.js';
import { SignalsController } from './signals/signals.controller.js';
import { AnchorFile } from './trail/anchor-file.js';
import { TrailController } from './trail/trail.controller.js';
import { TaskActsController } from './tasks/task-acts.controller.js';
import { TasksController } from './tasks/tasks.controller.js';

@Module({})
export class AppModule {
  static with(settings: ApiSettings, logger: Logger): DynamicModule {
    const metrics = new Metrics();
    const passwords: PasswordHasher = { hash: hashPassword, matches: passwordMatches };
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule, PersistenceModule.connect(settings.databaseUrl)],
      controllers: [
        BulkOperationsController,
        CalendarsController,
        CasesController,
        CaseActsController,
        ClockActsController,
        ClockAcknowledgementController,
        DefinitionsController,
        DemoController,
        DirectoryController,
        DisputesController,
        EmergenciesController,
        NoticesController,
        OutsideDeliveriesController,
        OrdersController,
        TemplatesController,
        EventsController,
        FilesController,
        HealthController,
        InboxController,
        IncidentsController,
        IntakeDeskController,
        LaddersController,
        LiveController,
        MetricsController,
        MigrationsController,
        OpenApiController,
        PortalController,
        RegistryController,
        SessionController,
        SignalsController,
        ScorecardsController,
        SupervisionController,
        TeamController,
        TasksController,
        TaskActsController,
        TrailController,
      ],
      providers: [
        { provide: ApiSettings, useValue: settings },
        { provide: Metrics, useValue: metrics },
        { provide: AttemptThrottle, useValue: new AttemptThrottle() },
        { provide: PasswordHasher, useValue: passwords },
        { provide: PortalAccountPolicy, useValue: new FirstPassword(settings.demo, passwords) },
        { provide: ProcessCompiler, useClass: CompilerThread },
        { provide: AnchorLines, useValue: new AnchorFile(join(settings.trailFolder, 'anchors.ndjson')) },
        { provide: DecisionReader, useClass: DecisionReaderThread },
        { provide: FileVault, useValue: new DiskFileVault(settings.filesFolder) },
        { provide: APP_FILTER, useValue: new ProblemFilter(logger, metrics) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: LiveFeed, useValue: new LiveFeed(settings.redisUrl, logger) },
        { provide: LiveUpdates, useExisting: LiveFeed },
        { provide: LiveConnections, useValue: new LiveConnections() },
        LiveHints,
        DeclaredRoutes,
        OpenApi,
        Readiness,
        DeclaredAccess,
        DistrictNames,
        RegistrarSystem,
        ...applicationProviders,
      ],
    };
  }
}
