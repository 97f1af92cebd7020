import type { EntryProofView, TrailVerdictView, TrailView, VerifyTrailRequest } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Query } from '@nestjs/cqrs';

/** How far the trail is sealed. */
export class GetTrailQuery extends Query<TrailView> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Judges the chain, and the entries of a period. */
export class VerifyTrailQuery extends Query<TrailVerdictView> {
  constructor(
    readonly actor: Actor,
    readonly period: VerifyTrailRequest,
  ) {
    super();
  }
}

/** That one act is sealed. */
export class ProveEntryQuery extends Query<EntryProofView> {
  constructor(
    readonly actor: Actor,
    readonly entryId: string,
  ) {
    super();
  }
}
