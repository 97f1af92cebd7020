import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  DesignateOfficeCommand,
  type DisputeAnswer,
  ListDisputesQuery,
  RaiseDisputeCommand,
} from '@lianban/application';
import {
  designateRequest,
  disputeParams,
  raiseDisputeRequest,
  taskParams,
  type DesignateRequest,
  type DisputeView,
  type RaiseDisputeRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

/** 管辖争议 and 指定管辖. */
@Controller('api')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class DisputesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('disputes')
  @Answers('DisputeView[]', 'Undecided disputes over competence, those due first')
  list(@ActingPerson() actor: Actor): Promise<readonly DisputeView[]> {
    return this.queries.execute(new ListDisputesQuery(actor));
  }

  @Post('tasks/:id/dispute')
  @HttpCode(200)
  @Answers('DisputeDone', 'Say that the task is another office’s; its clock runs on, for both')
  raise(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: { readonly id: string },
    @BodyOf(raiseDisputeRequest) body: RaiseDisputeRequest,
    @IdempotencyKey() key: string,
  ): Promise<DisputeAnswer> {
    return this.commands.execute(new RaiseDisputeCommand(actor, path.id, body, key));
  }

  @Post('disputes/:id/designate')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @Answers('DisputeDone', 'Designate one of the two offices')
  designate(
    @ActingPerson() actor: Actor,
    @PathOf(disputeParams) path: { readonly id: string },
    @BodyOf(designateRequest) body: DesignateRequest,
    @IdempotencyKey() key: string,
  ): Promise<DisputeAnswer> {
    return this.commands.execute(new DesignateOfficeCommand(actor, path.id, body, key));
  }
}
