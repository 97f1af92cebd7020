import type {
  EmergencyImpactView,
  EmergencyListView,
  EmergencyView,
  EnterEmergencyRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

/** What an emergency over these districts would stop as things stand; nothing is stored. */
export class PreviewEmergencyQuery extends Query<EmergencyImpactView> {
  constructor(
    readonly actor: Actor,
    readonly districts: readonly string[],
  ) {
    super();
  }
}

/** Enters an emergency, and orders that the clocks of its on-site steps are stopped. */
export class EnterEmergencyCommand extends Command<EmergencyView> {
  constructor(
    readonly actor: Actor,
    readonly emergency: EnterEmergencyRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Ends it now, whether it has an end already or not, and orders that its clocks run again. */
export class LiftEmergencyCommand extends Command<EmergencyView> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

export class ListEmergenciesQuery extends Query<EmergencyListView> {
  constructor(
    readonly actor: Actor,
    readonly page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ) {
    super();
  }
}
