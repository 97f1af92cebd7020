import type { Provider } from '@nestjs/common';
import { actProviders } from './acts/index.js';
import { bulkProviders } from './bulk/providers.js';
import { migrationProviders } from './migrations/index.js';
import { businessTimeProviders } from './business-time/index.js';
import { calendarProviders } from './calendars/providers.js';
import { caseworkProviders } from './casework/index.js';
import { PrepareFilingHandler } from './demo/index.js';
import { DefinitionHouse, GetHouseHandler, PublishDefinitionHandler } from './definitions/index.js';
import { directoryProviders } from './directory/index.js';
import { disputeProviders } from './disputes/index.js';
import { emergencyProviders } from './emergencies/providers.js';
import { inboxProviders } from './inbox/index.js';
import { intakeProviders } from './intake/index.js';
import { AcknowledgeClockHandler } from './call-chains/index.js';
import { ladderProviders } from './ladders/index.js';
import { noticeProviders } from './notifications/index.js';
import { outsideDeliveryProviders } from './outside-deliveries/index.js';
import { orderProviders } from './orders/index.js';
import { registryProviders } from './registry/index.js';
import { scorecardProviders } from './scorecards/index.js';
import { supervisionProviders } from './supervision/index.js';
import { teamProviders } from './team/index.js';
import { trailProviders } from './trail/index.js';
import { transitionProviders } from './transition.providers.js';

/** Every command and query of the product: what the api serves and the seed uses. */
export const applicationProviders: Provider[] = [
  ...transitionProviders,
  ...bulkProviders,
  ...migrationProviders,
  ...businessTimeProviders,
  ...calendarProviders,
  ...directoryProviders,
  ...emergencyProviders,
  ...intakeProviders,
  ...ladderProviders,
  AcknowledgeClockHandler,
  ...registryProviders,
  ...inboxProviders,
  ...caseworkProviders,
  ...scorecardProviders,
  ...supervisionProviders,
  ...teamProviders,
  ...actProviders,
  ...disputeProviders,
  ...trailProviders,
  ...noticeProviders,
  ...outsideDeliveryProviders,
  ...orderProviders,
  DefinitionHouse,
  GetHouseHandler,
  PublishDefinitionHandler,
  PrepareFilingHandler,
];
