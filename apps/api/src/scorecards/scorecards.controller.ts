import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Post, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ConcludeFactCommand,
  ExportScorecardQuery,
  GetScorecardMonthsQuery,
  GetScorecardQuery,
  ListHandlingSignsQuery,
  ListWorkFactsQuery,
  ObjectToFactCommand,
} from '@lianban/application';
import {
  answerObjectionRequest,
  concludeRequest,
  objectionRequest,
  scorecardMonthsQuery,
  scorecardQuery,
  signsQuery,
  workFactParams,
  workFactsQuery,
  type AnswerObjectionRequest,
  type ConcludeRequest,
  type HandlingSign,
  type ObjectionRequest,
  type Page,
  type ScorecardDone,
  type ScorecardMonthsRequest,
  type ScorecardMonthsView,
  type ScorecardRequest,
  type ScorecardView,
  type SignsRequest,
  type WorkFactView,
  type WorkFactsRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { FastifyReply } from 'fastify';
import { Roles } from '../http/access.js';
import { attachment } from '../http/attachment.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';
import { scorecardPaper } from './scorecard-paper.js';

interface FactPath {
  readonly id: string;
}

@Controller('api/scorecards')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class ScorecardsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('ScorecardView', 'A month by office, district, process, department or person')
  scorecard(
    @ActingPerson() actor: Actor,
    @QueryOf(scorecardQuery) query: ScorecardRequest,
  ): Promise<ScorecardView> {
    return this.queries.execute(new GetScorecardQuery(actor, query));
  }

  @Get('table.xlsx')
  @Answers(
    'file',
    'The same as a workbook of Excel',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  async table(
    @ActingPerson() actor: Actor,
    @QueryOf(scorecardQuery) query: ScorecardRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return attachment(reply, await this.queries.execute(new ExportScorecardQuery(actor, query)));
  }

  @Get('table.pdf')
  @Answers('file', 'The same as a paper to print, with the last months', 'application/pdf')
  async paper(
    @ActingPerson() actor: Actor,
    @QueryOf(scorecardQuery) query: ScorecardRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { month: _one, asOf: _then, ...group } = query;
    const [card, months] = await Promise.all([
      this.queries.execute(new GetScorecardQuery(actor, query)),
      this.queries.execute(new GetScorecardMonthsQuery(actor, group)),
    ]);
    return attachment(reply, {
      name: `考核-${card.month}.pdf`,
      mediaType: 'application/pdf',
      content: Readable.from(await scorecardPaper(card, months, query)),
    });
  }

  @Get('months')
  @Answers('ScorecardMonthsView', 'The last months side by side')
  months(
    @ActingPerson() actor: Actor,
    @QueryOf(scorecardMonthsQuery) query: ScorecardMonthsRequest,
  ): Promise<ScorecardMonthsView> {
    return this.queries.execute(new GetScorecardMonthsQuery(actor, query));
  }

  @Get('facts')
  @Answers('Page<WorkFactView>', 'The tasks behind a number of a scorecard')
  facts(
    @ActingPerson() actor: Actor,
    @QueryOf(workFactsQuery) query: WorkFactsRequest,
  ): Promise<Page<WorkFactView>> {
    return this.queries.execute(new ListWorkFactsQuery(actor, query));
  }

  @Get('signs')
  @Roles('supervisor', 'admin')
  @Answers('HandlingSign[]', 'Signs of abnormal handling: worth a look, no verdict')
  signs(
    @ActingPerson() actor: Actor,
    @QueryOf(signsQuery) query: SignsRequest,
  ): Promise<readonly HandlingSign[]> {
    return this.queries.execute(new ListHandlingSignsQuery(actor, query));
  }

  @Post('facts/:id/objection')
  @HttpCode(200)
  @Answers('ScorecardDone', 'The office objects to how a task counts')
  object(
    @ActingPerson() actor: Actor,
    @PathOf(workFactParams) path: FactPath,
    @BodyOf(objectionRequest) body: ObjectionRequest,
    @IdempotencyKey() key: string,
  ): Promise<ScorecardDone> {
    return this.commands.execute(new ObjectToFactCommand(actor, path.id, body, key));
  }

  @Post('facts/:id/answer')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @Answers('ScorecardDone', 'Answer an objection: it does not count, it is exempted, or it stands')
  answer(
    @ActingPerson() actor: Actor,
    @PathOf(workFactParams) path: FactPath,
    @BodyOf(answerObjectionRequest) body: AnswerObjectionRequest,
    @IdempotencyKey() key: string,
  ): Promise<ScorecardDone> {
    return this.commands.execute(new ConcludeFactCommand(actor, path.id, body, key));
  }

  @Post('facts/:id/conclusion')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @Answers('ScorecardDone', 'Exclude a task from the statistics, or exempt it')
  conclude(
    @ActingPerson() actor: Actor,
    @PathOf(workFactParams) path: FactPath,
    @BodyOf(concludeRequest) body: ConcludeRequest,
    @IdempotencyKey() key: string,
  ): Promise<ScorecardDone> {
    return this.commands.execute(new ConcludeFactCommand(actor, path.id, body, key));
  }
}
