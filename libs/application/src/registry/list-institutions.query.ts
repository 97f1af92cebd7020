import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { InstitutionRow, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { UnitOfWork } from '../transaction/index.js';
import { Institutions } from './institutions.port.js';

export class ListInstitutionsQuery extends Query<Page<InstitutionRow>> {
  constructor(
    readonly actor: Actor,
    readonly request: { readonly q?: string; readonly after?: string; readonly limit?: number },
  ) {
    super();
  }
}

const citywide = ['admin', 'supervisor'];

/** Reading follows the office: a registrar or clerk sees the districts of the offices held, a city office all. */
@QueryHandler(ListInstitutionsQuery)
export class ListInstitutionsHandler implements IQueryHandler<ListInstitutionsQuery> {
  constructor(
    private readonly institutions: Institutions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  execute({ actor, request }: ListInstitutionsQuery): Promise<Page<InstitutionRow>> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      const { offices } = await this.institutions.context(tx, actor);
      const own = [...new Set(offices.map(({ district }) => district))];
      const sees = citywide.some((role) => actor.roles.includes(role)) || own.includes(actor.tenant);
      return this.institutions.list(tx, actor.tenant, {
        districts: sees ? undefined : own,
        text: request.q,
        after: request.after,
        limit: request.limit,
      });
    });
  }
}
