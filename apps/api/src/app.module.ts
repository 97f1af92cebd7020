import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { directoryProviders, PasswordHasher } from '@lianban/application';
import { PersistenceModule } from '@lianban/persistence';
import { AttemptThrottle, hashPassword, Metrics, passwordMatches, type Logger } from '@lianban/platform';
import { ApiSettings } from './api-settings.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { AccessGuard } from './http/access.guard.js';
import { DeclaredAccess } from './http/declared-access.js';
import { ProblemFilter } from './http/problem.filter.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { SessionController } from './session/session.controller.js';

@Module({})
export class AppModule {
  static with(settings: ApiSettings, logger: Logger): DynamicModule {
    const metrics = new Metrics();
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule, PersistenceModule.connect(settings.databaseUrl)],
      controllers: [HealthController, MetricsController, SessionController],
      providers: [
        { provide: ApiSettings, useValue: settings },
        { provide: Metrics, useValue: metrics },
        { provide: AttemptThrottle, useValue: new AttemptThrottle() },
        { provide: PasswordHasher, useValue: { hash: hashPassword, matches: passwordMatches } },
        { provide: APP_FILTER, useValue: new ProblemFilter(logger, metrics) },
        { provide: APP_GUARD, useClass: AccessGuard },
        Readiness,
        DeclaredAccess,
        ...directoryProviders,
      ],
    };
  }
}
