import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { GetTaskActsQuery, PerformActCommand, PreviewActQuery, type TaskAct } from '@lianban/application';
import {
  addSignerRequest,
  reasonRequest,
  returnTaskRequest,
  taskParams,
  type ActDone,
  type AddSignerRequest,
  type CasePreview,
  type ReasonRequest,
  type ReturnTaskRequest,
  type TaskActs,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { possible } from '../acts/possible.js';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface TaskPath {
  readonly id: string;
}

/** 退回, 撤回, 加签, 减签. */
@Controller('api/tasks/:id')
@Roles('clerk', 'registrar', 'supervisor')
export class TaskActsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('acts')
  @Roles('clerk', 'registrar', 'supervisor', 'admin')
  @Answers('TaskActs', 'Which acts on the task are possible now, why not, and where it may be returned to')
  async acts(@ActingPerson() actor: Actor, @PathOf(taskParams) path: TaskPath): Promise<TaskActs> {
    const verdicts = await this.queries.execute(new GetTaskActsQuery(actor, path.id));
    return {
      taskId: verdicts.taskId,
      return: { ...possible(verdicts.return), steps: verdicts.return.steps },
      takeBack: possible(verdicts.takeBack),
      addSigner: possible(verdicts.addSigner),
      removeSigner: possible(verdicts.removeSigner),
      dispute: possible(verdicts.dispute),
    };
  }

  @Post('return')
  @HttpCode(200)
  @Answers('ActDone', 'Return the task to an earlier step, with the reason')
  returnTo(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(returnTaskRequest) body: ReturnTaskRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { kind: 'return-to', taskId: path.id, ...body }, key);
  }

  @Post('return/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What returning it would do')
  previewReturn(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(returnTaskRequest) body: ReturnTaskRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { kind: 'return-to', taskId: path.id, ...body });
  }

  @Post('take-back')
  @HttpCode(200)
  @Answers('ActDone', 'Take back one’s own completion while nobody has acted on it')
  takeBack(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(reasonRequest) body: ReasonRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { kind: 'take-back', taskId: path.id, ...body }, key);
  }

  @Post('take-back/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What taking it back would do')
  previewTakeBack(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(reasonRequest) body: ReasonRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { kind: 'take-back', taskId: path.id, ...body });
  }

  @Post('add-signer')
  @HttpCode(200)
  @Answers('ActDone', 'Add a signer to the countersigning that the task is one of')
  addSigner(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(addSignerRequest) body: AddSignerRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { kind: 'add-signer', taskId: path.id, ...body }, key);
  }

  @Post('add-signer/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What adding the signer would do')
  previewAddSigner(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(addSignerRequest) body: AddSignerRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { kind: 'add-signer', taskId: path.id, ...body });
  }

  @Post('remove-signer')
  @HttpCode(200)
  @Answers('ActDone', 'Remove the signer whose open task this is')
  removeSigner(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(reasonRequest) body: ReasonRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { kind: 'remove-signer', taskId: path.id, ...body }, key);
  }

  @Post('remove-signer/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What removing the signer would do')
  previewRemoveSigner(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(reasonRequest) body: ReasonRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { kind: 'remove-signer', taskId: path.id, ...body });
  }

  private perform(actor: Actor, act: TaskAct, key: string): Promise<ActDone> {
    return this.commands.execute(new PerformActCommand(actor, act, key));
  }

  private preview(actor: Actor, act: TaskAct): Promise<CasePreview> {
    return this.queries.execute(new PreviewActQuery(actor, act));
  }
}
