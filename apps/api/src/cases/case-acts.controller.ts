import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { GetCaseTokensQuery, PerformActCommand, PreviewActQuery, type CaseAct } from '@lianban/application';
import {
  caseParams,
  operateRequest,
  reasonRequest,
  suspendRequest,
  type ActDone,
  type CasePreview,
  type CaseTokens,
  type OperateRequest,
  type ReasonRequest,
  type SuspendRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface CasePath {
  readonly id: string;
}

/** 暂停办理 and 恢复办理 for supervisors; what moves a case by hand for administrators. */
@Controller('api/cases/:id')
@Roles('supervisor', 'admin')
export class CaseActsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('suspend')
  @HttpCode(200)
  @Answers('ActDone', 'Suspend the case on a ground')
  suspend(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: CasePath,
    @BodyOf(suspendRequest) body: SuspendRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { kind: 'suspend', caseId: path.id, ...body }, key);
  }

  @Post('suspend/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What suspending it would do: which clocks stop, which run on')
  previewSuspend(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: CasePath,
    @BodyOf(suspendRequest) body: SuspendRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { kind: 'suspend', caseId: path.id, ...body });
  }

  @Post('resume')
  @HttpCode(200)
  @Answers('ActDone', 'Lift the suspension')
  resume(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: CasePath,
    @BodyOf(reasonRequest) body: ReasonRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { kind: 'resume', caseId: path.id, ...body }, key);
  }

  @Post('resume/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What resuming it would do: new due instants, what was kept meanwhile')
  previewResume(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: CasePath,
    @BodyOf(reasonRequest) body: ReasonRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { kind: 'resume', caseId: path.id, ...body });
  }

  @Get('tokens')
  @Roles('admin')
  @Answers('CaseTokens', 'The tokens of a running case and where they may be moved')
  tokens(@ActingPerson() actor: Actor, @PathOf(caseParams) path: CasePath): Promise<CaseTokens> {
    return this.queries.execute(new GetCaseTokensQuery(actor, path.id));
  }

  @Post('operations')
  @HttpCode(200)
  @Roles('admin')
  @Answers('ActDone', 'Move, insert or cancel a token, change data, begin an ad-hoc activity')
  operate(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: CasePath,
    @BodyOf(operateRequest) body: OperateRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, operationOf(path.id, body), key);
  }

  @Post('operations/preview')
  @HttpCode(200)
  @Roles('admin')
  @Answers('CasePreview', 'What the operation would do')
  previewOperation(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: CasePath,
    @BodyOf(operateRequest) body: OperateRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, operationOf(path.id, body));
  }

  private perform(actor: Actor, act: CaseAct, key: string): Promise<ActDone> {
    return this.commands.execute(new PerformActCommand(actor, act, key));
  }

  private preview(actor: Actor, act: CaseAct): Promise<CasePreview> {
    return this.queries.execute(new PreviewActQuery(actor, act));
  }
}

const operationOf = (caseId: string, body: OperateRequest): CaseAct =>
  body.kind === 'set-data' ? { ...body, caseId, values: body.values as JsonObject } : { ...body, caseId };
