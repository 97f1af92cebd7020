import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  EndAbsenceCommand,
  GetTeamQuery,
  ListTeamTasksQuery,
  MoveTasksCommand,
  type MoveVerdicts,
  PreviewMoveQuery,
  RecordAbsenceCommand,
  SendBackCommand,
} from '@lianban/application';
import {
  absenceParams,
  absenceRequest,
  handoverParams,
  moveTasksRequest,
  noBody,
  previewMoveRequest,
  sendBackRequest,
  teamTasksQuery,
  type AbsenceDone,
  type AbsenceRequest,
  type MoveReport,
  type MoveTasksRequest,
  type Page,
  type PreviewMoveRequest,
  type SendBackDone,
  type SendBackRequest,
  type TaskRow,
  type TeamTasksRequest,
  type TeamView,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { saidInBoth } from '../acts/possible.js';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface IdPath {
  readonly id: string;
}

/** 团队: a unit as its heads see it; each handler asks whether the actor leads one. */
@Controller('api/team')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class TeamController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('TeamView', 'The people, desks, absences and received tasks of the unit that one leads')
  team(@ActingPerson() actor: Actor): Promise<TeamView> {
    return this.queries.execute(new GetTeamQuery(actor));
  }

  @Get('tasks')
  @Answers('Page<TaskRow>', 'Open tasks of a person of the unit, or what nobody at a desk has claimed')
  tasks(
    @ActingPerson() actor: Actor,
    @QueryOf(teamTasksQuery) query: TeamTasksRequest,
  ): Promise<Page<TaskRow>> {
    return this.queries.execute(new ListTeamTasksQuery(actor, query));
  }

  @Post('moves/preview')
  @HttpCode(200)
  @Answers('MoveReport', 'Which tasks of a selection could be moved there, and why not the others')
  async previewMove(
    @ActingPerson() actor: Actor,
    @BodyOf(previewMoveRequest) body: PreviewMoveRequest,
  ): Promise<MoveReport> {
    return reportOf(await this.queries.execute(new PreviewMoveQuery(actor, body)));
  }

  @Post('moves')
  @HttpCode(200)
  @Answers('MoveReport', '转派 to a colleague or 转办 to another unit: moves what can be moved')
  async move(
    @ActingPerson() actor: Actor,
    @BodyOf(moveTasksRequest) body: MoveTasksRequest,
    @IdempotencyKey() key: string,
  ): Promise<MoveReport> {
    return reportOf(await this.commands.execute(new MoveTasksCommand(actor, body, key)));
  }

  @Post('hand-overs/:id/send-back')
  @HttpCode(200)
  @Answers('SendBackDone', '退件: send a task back that is not ours, within one working day')
  sendBack(
    @ActingPerson() actor: Actor,
    @PathOf(handoverParams) path: IdPath,
    @BodyOf(sendBackRequest) { reason }: SendBackRequest,
    @IdempotencyKey() key: string,
  ): Promise<SendBackDone> {
    return this.commands.execute(new SendBackCommand(actor, path.id, reason, key));
  }

  @Post('absences')
  @HttpCode(200)
  @Answers('AbsenceDone', 'Record an absence with its stand-in (代办, AB岗)')
  recordAbsence(
    @ActingPerson() actor: Actor,
    @BodyOf(absenceRequest) body: AbsenceRequest,
    @IdempotencyKey() key: string,
  ): Promise<AbsenceDone> {
    return this.commands.execute(new RecordAbsenceCommand(actor, body, key));
  }

  @Post('absences/:id/end')
  @HttpCode(200)
  @Answers('AbsenceDone', 'The person is back (销假): the stand-in ends')
  endAbsence(
    @ActingPerson() actor: Actor,
    @PathOf(absenceParams) path: IdPath,
    @BodyOf(noBody) _body: Record<string, never>,
    @IdempotencyKey() key: string,
  ): Promise<AbsenceDone> {
    return this.commands.execute(new EndAbsenceCommand(actor, path.id, key));
  }
}

const reportOf = ({ rows, returnUntil }: MoveVerdicts): MoveReport => ({
  rows: rows.map(({ refused, ...row }) => ({
    ...row,
    ...(refused === undefined ? {} : { refused: { code: refused.code, why: saidInBoth(refused) } }),
  })),
  ...(returnUntil === undefined ? {} : { returnUntil }),
});
