import type { TrailView } from '@lianban/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { TrailStore } from './trail-store.port.js';
import { GetTrailQuery } from './trail.queries.js';
import { mustAudit } from './trail-readers.js';

@QueryHandler(GetTrailQuery)
export class GetTrailHandler implements IQueryHandler<GetTrailQuery> {
  constructor(private readonly trail: TrailStore) {}

  async execute({ actor }: GetTrailQuery): Promise<TrailView> {
    mustAudit(actor);
    const [state, keys] = await Promise.all([this.trail.state(), this.trail.keys()]);
    return { ...state, keys: [...keys].map(([id, publicKey]) => ({ id, publicKey })) };
  }
}
