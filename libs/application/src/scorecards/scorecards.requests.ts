import type {
  AnswerObjectionRequest,
  ConcludeRequest,
  HandlingSign,
  ObjectionRequest,
  Page,
  ScorecardDone,
  ScorecardMonthsRequest,
  ScorecardMonthsView,
  ScorecardRequest,
  ScorecardView,
  SignsRequest,
  WorkFactView,
  WorkFactsRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';
import type { ReadableFile } from '../registry/index.js';

export class GetScorecardQuery extends Query<ScorecardView> {
  constructor(
    readonly actor: Actor,
    readonly request: ScorecardRequest,
  ) {
    super();
  }
}

/** The last months side by side. */
export class GetScorecardMonthsQuery extends Query<ScorecardMonthsView> {
  constructor(
    readonly actor: Actor,
    readonly request: ScorecardMonthsRequest,
  ) {
    super();
  }
}

/** A scorecard as a workbook of Excel. */
export class ExportScorecardQuery extends Query<ReadableFile> {
  constructor(
    readonly actor: Actor,
    readonly request: ScorecardRequest,
  ) {
    super();
  }
}

/** The tasks behind a number of a scorecard. */
export class ListWorkFactsQuery extends Query<Page<WorkFactView>> {
  constructor(
    readonly actor: Actor,
    readonly request: WorkFactsRequest,
  ) {
    super();
  }
}

/** 异常办理迹象. */
export class ListHandlingSignsQuery extends Query<readonly HandlingSign[]> {
  constructor(
    readonly actor: Actor,
    readonly request: SignsRequest,
  ) {
    super();
  }
}

/** An office objects to how one of its tasks counts. */
export class ObjectToFactCommand extends Command<ScorecardDone> {
  constructor(
    readonly actor: Actor,
    readonly factId: string,
    readonly request: ObjectionRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Answers an objection, or concludes without one. */
export class ConcludeFactCommand extends Command<ScorecardDone> {
  constructor(
    readonly actor: Actor,
    readonly factId: string,
    readonly request: AnswerObjectionRequest | ConcludeRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
