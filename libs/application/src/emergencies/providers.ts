import type { Provider } from '@nestjs/common';
import {
  EnterEmergencyHandler,
  LiftEmergencyHandler,
  ListEmergenciesHandler,
  PreviewEmergencyHandler,
} from './emergencies.handlers.js';

export const emergencyProviders: Provider[] = [
  PreviewEmergencyHandler,
  EnterEmergencyHandler,
  LiftEmergencyHandler,
  ListEmergenciesHandler,
];
