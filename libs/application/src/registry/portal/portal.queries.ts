import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PortalView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { missing } from '@lianban/kernel';
import { UnitOfWork } from '../../transaction/index.js';
import { currentPortalView, institutionOf } from './portal-access.js';
import { Portal, type FormPair } from './portal.port.js';

export class GetPortalQuery extends Query<PortalView> {
  constructor(readonly actor: Actor) {
    super();
  }
}

export class GetPortalFormQuery extends Query<FormPair> {
  constructor(
    readonly actor: Actor,
    readonly name: 'filing' | 'supplement',
  ) {
    super();
  }
}

@QueryHandler(GetPortalQuery)
export class GetPortalHandler implements IQueryHandler<GetPortalQuery> {
  constructor(
    private readonly portal: Portal,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  execute({ actor }: GetPortalQuery): Promise<PortalView> {
    institutionOf(actor);
    return this.unitOfWork.withActor(actor, (tx) => currentPortalView(this.portal, tx, actor));
  }
}

@QueryHandler(GetPortalFormQuery)
export class GetPortalFormHandler implements IQueryHandler<GetPortalFormQuery> {
  constructor(
    private readonly portal: Portal,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute({ actor, name }: GetPortalFormQuery): Promise<FormPair> {
    institutionOf(actor);
    const form = await this.unitOfWork.withActor(actor, (tx) => this.portal.form(tx, actor.tenant, name));
    if (form === undefined) throw missing('PORTAL.UNKNOWN_FORM', 'The filing process has no such form.');
    return form;
  }
}
