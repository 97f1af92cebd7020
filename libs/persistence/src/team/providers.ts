import { AbsenceStore, TeamStore } from '@lianban/application';
import { PgAbsenceStore } from './pg-absence.store.js';
import { PgTeamStore } from './pg-team.store.js';

export const teamAdapters = [
  { provide: TeamStore, useClass: PgTeamStore },
  { provide: AbsenceStore, useClass: PgAbsenceStore },
];
