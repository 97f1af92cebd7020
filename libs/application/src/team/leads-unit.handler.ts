import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { KnownDirectory } from '../routing/index.js';
import { ledUnit } from './led-unit.js';
import { LeadsUnitQuery } from './team.commands.js';

@QueryHandler(LeadsUnitQuery)
export class LeadsUnitHandler implements IQueryHandler<LeadsUnitQuery> {
  constructor(private readonly directory: KnownDirectory) {}

  async execute({ actor }: LeadsUnitQuery): Promise<boolean> {
    return ledUnit(actor, await this.directory.of(actor.tenant)) !== undefined;
  }
}
