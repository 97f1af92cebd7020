import type { Provider } from '@nestjs/common';
import { ErasePersonalDataHandler } from './erase-personal-data.handler.js';
import { GetTrailHandler } from './get-trail.handler.js';
import { ProveEntryHandler } from './prove-entry.handler.js';
import { VerifyTrailHandler } from './verify-trail.handler.js';

export const trailProviders: Provider[] = [
  GetTrailHandler,
  VerifyTrailHandler,
  ProveEntryHandler,
  ErasePersonalDataHandler,
];
