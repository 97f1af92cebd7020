import type { House } from '@lianban/bpmn-compiler/judge';
import type { HouseRequest } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Query } from '@nestjs/cqrs';

/** What a definition is judged against, for a browser that judges before it publishes. */
export class GetHouseQuery extends Query<House> {
  constructor(
    readonly actor: Actor,
    readonly request: HouseRequest,
  ) {
    super();
  }
}
