import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ClaimTaskCommand,
  CommentOnTaskCommand,
  CompleteTaskCommand,
  GetTaskQuery,
  PreviewCompletionQuery,
  ReleaseTaskCommand,
  SaveTaskDraftCommand,
  type TaskCompleted,
} from '@lianban/application';
import {
  commentRequest,
  completeTaskRequest,
  noBody,
  taskDraftRequest,
  taskParams,
  type CompleteTaskRequest,
  type CompletionPreview,
  type TaskDetail,
  type TaskRow,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface TaskPath {
  readonly id: string;
}

@Controller('api/tasks')
@Roles('clerk', 'registrar', 'supervisor')
export class TasksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get(':id')
  @Roles('clerk', 'registrar', 'supervisor', 'admin')
  @Answers('TaskDetail', 'One task: its form, its clocks, why it lies with this office')
  read(@ActingPerson() actor: Actor, @PathOf(taskParams) path: TaskPath): Promise<TaskDetail> {
    return this.queries.execute(new GetTaskQuery(actor, path.id));
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Answers('TaskRow', 'Take a task of the office’s queue')
  claim(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(noBody) _body: unknown,
  ): Promise<TaskRow> {
    return this.commands.execute(new ClaimTaskCommand(actor, path.id));
  }

  @Post(':id/release')
  @HttpCode(200)
  @Answers('TaskRow', 'Give a claimed task back to the office’s queue')
  release(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(noBody) _body: unknown,
  ): Promise<TaskRow> {
    return this.commands.execute(new ReleaseTaskCommand(actor, path.id));
  }

  @Post(':id/complete')
  @HttpCode(200)
  @Answers('TaskCompleted', 'Complete a task with an outcome; answers the tasks this created')
  complete(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(completeTaskRequest) body: CompleteTaskRequest,
    @IdempotencyKey() key: string,
  ): Promise<TaskCompleted> {
    return this.commands.execute(
      new CompleteTaskCommand(actor, path.id, { ...body, form: body.form as JsonObject }, key),
    );
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Answers('CompletionPreview', 'What completing it would do, without doing it')
  preview(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(completeTaskRequest) body: CompleteTaskRequest,
  ): Promise<CompletionPreview> {
    return this.queries.execute(
      new PreviewCompletionQuery(actor, path.id, { ...body, form: body.form as JsonObject }),
    );
  }

  @Put(':id/draft')
  @HttpCode(204)
  @Answers(undefined, 'Keep a half-filled form for this person')
  async draft(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(taskDraftRequest) body: { readonly data: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    await this.commands.execute(new SaveTaskDraftCommand(actor, path.id, body.data));
  }

  @Post(':id/comments')
  @HttpCode(200)
  @Answers('CommentView', 'A remark on the case')
  comment(
    @ActingPerson() actor: Actor,
    @PathOf(taskParams) path: TaskPath,
    @BodyOf(commentRequest) body: { readonly body: string },
    @IdempotencyKey() key: string,
  ): Promise<{ readonly id: string; readonly at: string }> {
    return this.commands.execute(new CommentOnTaskCommand(actor, path.id, body.body, key));
  }
}
