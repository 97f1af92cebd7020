import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  GetBoardQuery,
  ListRegistrationsWithoutCaseQuery,
  ListSupervisedTasksQuery,
} from '@lianban/application';
import {
  boardQuery,
  supervisedTasksQuery,
  withoutCaseQuery,
  type InstitutionRow,
  type Page,
  type SupervisedTasksRequest,
  type SupervisionBoard,
  type TaskRow,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/board')
@Roles('supervisor', 'admin')
export class SupervisionController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Answers(
    'SupervisionBoard',
    'Due today, overdue, registrations without a case, and the worst case in one sentence',
  )
  board(
    @ActingPerson() actor: Actor,
    @QueryOf(boardQuery) query: { readonly district?: string },
  ): Promise<SupervisionBoard> {
    return this.queries.execute(new GetBoardQuery(actor, query.district));
  }

  @Get('tasks')
  @Answers('Page<TaskRow>', 'The list behind a number of the board')
  tasks(
    @ActingPerson() actor: Actor,
    @QueryOf(supervisedTasksQuery) query: SupervisedTasksRequest,
  ): Promise<Page<TaskRow>> {
    return this.queries.execute(new ListSupervisedTasksQuery(actor, query));
  }

  @Get('registrations-without-case')
  @Answers('InstitutionRow[]', 'Registered institutions that no case takes care of')
  withoutCase(
    @ActingPerson() actor: Actor,
    @QueryOf(withoutCaseQuery) query: { readonly district?: string },
  ): Promise<readonly InstitutionRow[]> {
    return this.queries.execute(new ListRegistrationsWithoutCaseQuery(actor, query.district));
  }
}
