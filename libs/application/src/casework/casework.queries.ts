import type {
  CasePreview,
  CaseDetail,
  CaseRow,
  DecisionFile,
  DefinitionRow,
  IncidentView,
  Page,
  TaskDetail,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Query } from '@nestjs/cqrs';
import type { CompleteTaskCommand } from '../tasks/index.js';

/** One task with everything a person needs to work it. */
export class GetTaskQuery extends Query<TaskDetail> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
  ) {
    super();
  }
}

/** What a completion would do, without doing it. Refuses what the completion would refuse. */
export class PreviewCompletionQuery extends Query<CasePreview> {
  constructor(
    readonly actor: Actor,
    readonly taskId: string,
    readonly body: CompleteTaskCommand['body'],
  ) {
    super();
  }
}

/** One case: where it stands, who did what, who held it how long. */
export class GetCaseQuery extends Query<CaseDetail> {
  constructor(
    readonly actor: Actor,
    readonly caseId: string,
  ) {
    super();
  }
}

export class ListCasesQuery extends Query<Page<CaseRow>> {
  constructor(
    readonly actor: Actor,
    readonly options: {
      readonly q?: string | undefined;
      readonly status?: 'open' | 'stopped' | 'ended' | undefined;
      readonly district?: string | undefined;
      readonly after?: string | undefined;
      readonly limit?: number | undefined;
    },
  ) {
    super();
  }
}

export class ListDefinitionsQuery extends Query<readonly DefinitionRow[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}

export class GetDefinitionXmlQuery extends Query<string> {
  constructor(
    readonly actor: Actor,
    readonly definitionId: string,
  ) {
    super();
  }
}

export class GetDecisionFilesQuery extends Query<readonly DecisionFile[]> {
  constructor(
    readonly actor: Actor,
    readonly definitionId: string,
  ) {
    super();
  }
}

export class ListIncidentsQuery extends Query<readonly IncidentView[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}
