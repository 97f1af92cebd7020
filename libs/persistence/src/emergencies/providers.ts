import { EmergencyStore } from '@lianban/application';
import { PgEmergencyStore } from './pg-emergency.store.js';

export const emergencyAdapters = [{ provide: EmergencyStore, useClass: PgEmergencyStore }];
