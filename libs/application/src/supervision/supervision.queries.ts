import type { InstitutionRow, Page, SupervisionBoard, TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Query } from '@nestjs/cqrs';
import type { SupervisedList } from './board-reader.port.js';

/** The first sixty seconds of a supervisor. */
export class GetBoardQuery extends Query<SupervisionBoard> {
  constructor(
    readonly actor: Actor,
    readonly district?: string,
  ) {
    super();
  }
}

/** The list behind a number of the board. */
export class ListSupervisedTasksQuery extends Query<Page<TaskRow>> {
  constructor(
    readonly actor: Actor,
    readonly options: {
      readonly list: SupervisedList;
      readonly office?: string | undefined;
      readonly district?: string | undefined;
      readonly after?: string | undefined;
      readonly limit?: number | undefined;
    },
  ) {
    super();
  }
}

/** Registered institutions that no case takes care of. */
export class ListRegistrationsWithoutCaseQuery extends Query<readonly InstitutionRow[]> {
  constructor(
    readonly actor: Actor,
    readonly district?: string,
  ) {
    super();
  }
}
