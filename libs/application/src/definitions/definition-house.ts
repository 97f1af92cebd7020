import type { CallableDefinition, House } from '@lianban/bpmn-compiler/judge';
import { TASK_RULES } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from '../calendars/index.js';
import { LocalServices } from '../cases/local-service.port.js';
import { CONDUCTOR_OPERATIONS } from '../conductor/operations.js';
import { KnownDirectory } from '../routing/index.js';
import { DefinitionStore, type PublishedDefinition } from './definition-store.port.js';

/** Lanes that no office of the directory stands behind. */
const ROLE_LANES = ['registration-authority', 'institution', 'system'];

/** What a definition is judged against: the lists of the house as they stand. */
@Injectable()
export class DefinitionHouse {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly services: LocalServices,
  ) {}

  async of(tenant: string): Promise<Omit<House, 'callable'>> {
    const [{ departments }, { ladders }, events] = await Promise.all([
      this.directory.of(tenant),
      this.calendars.of(tenant),
      this.definitions.eventSchemas(tenant),
    ]);
    return {
      departments: [...departments.keys(), ...ROLE_LANES],
      inspectors: [...departments]
        .filter(([, { enforcementPower }]) => enforcementPower)
        .map(([code]) => code),
      ladders: ladders.newest().map(({ code, serves }) => ({ code, serves })),
      localServices: [...this.services.names()],
      operations: [...CONDUCTOR_OPERATIONS],
      taskRules: Object.keys(TASK_RULES),
      events,
    };
  }
}

export const toCallable = ({
  key,
  version,
  current,
  plan,
}: PublishedDefinition & { readonly current: boolean }): CallableDefinition => ({
  key,
  version,
  current,
  plan,
});
