import type { House } from '@lianban/bpmn-compiler/judge';
import { denied } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { DefinitionHouse, toCallable } from './definition-house.js';
import { DefinitionStore } from './definition-store.port.js';
import { GetHouseQuery } from './get-house.query.js';

@QueryHandler(GetHouseQuery)
export class GetHouseHandler implements IQueryHandler<GetHouseQuery> {
  constructor(
    private readonly house: DefinitionHouse,
    private readonly definitions: DefinitionStore,
  ) {}

  async execute({ actor, request }: GetHouseQuery): Promise<House> {
    if (!actor.roles.includes('admin'))
      throw denied('DEFINITIONS.ADMIN_ONLY', 'Only an administrator may publish a process.');
    const { keys, versions } = request;
    const [lists, callable] = await Promise.all([
      this.house.of(actor.tenant),
      this.definitions.callable(actor.tenant, keys, versions),
    ]);
    return { ...lists, callable: callable.map(toCallable) };
  }
}
