import { Controller, Delete, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  CountDaysQuery,
  DropCalendarDraftCommand,
  GetCalendarImpactQuery,
  GetCalendarVersionQuery,
  GetCalendarYearQuery,
  ListCalendarsQuery,
  PreviewCalendarCommand,
  PublishCalendarCommand,
  ReadCalendarQuery,
  SaveCalendarDraftCommand,
  type VersionKey,
} from '@lianban/application';
import {
  calendarDraftRequest,
  calendarFileQuery,
  calendarImpactParams,
  calendarImpactQuery,
  calendarParams,
  calendarTextRequest,
  calendarVersionParams,
  calendarYearQuery,
  countDaysRequest,
  previewCalendarRequest,
  publishCalendarRequest,
  type BulkOperationView,
  type CalendarDraftRequest,
  type CalendarImpactView,
  type CalendarListView,
  type CalendarReadingView,
  type CalendarTextRequest,
  type CalendarVersionView,
  type CalendarYearView,
  type CountDaysRequest,
  type CountedDays,
  type PublishCalendarRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { FastifyRequest } from 'fastify';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { uploadedFile } from '../http/uploaded-file.js';
import { Answers } from '../openapi/answers.js';

type LayerPath = Omit<VersionKey, 'version'>;

/** Working days as governed data: everybody in an office reads them, an administrator changes them. */
@Controller('api/calendars')
@Roles('admin')
export class CalendarsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Roles('clerk', 'registrar', 'supervisor', 'admin')
  @Answers('CalendarListView', 'Layers with their versions, and the places that may have one')
  list(@ActingPerson() actor: Actor): Promise<CalendarListView> {
    return this.queries.execute(new ListCalendarsQuery(actor));
  }

  @Get('year')
  @Roles('clerk', 'registrar', 'supervisor', 'admin')
  @Answers('CalendarYearView', 'The days of a year at a place that are not what their weekday says')
  year(
    @ActingPerson() actor: Actor,
    @QueryOf(calendarYearQuery)
    { year, place, drafts }: { readonly year: number; readonly place?: string; readonly drafts?: boolean },
  ): Promise<CalendarYearView> {
    return this.queries.execute(new GetCalendarYearQuery(actor, year, place, drafts ?? false));
  }

  @Post('counts')
  @HttpCode(200)
  @Roles('clerk', 'registrar', 'supervisor', 'admin')
  @Answers('CountedDays', 'How a deadline is counted at a place, with the sum in words')
  count(
    @ActingPerson() actor: Actor,
    @BodyOf(countDaysRequest) body: CountDaysRequest,
  ): Promise<CountedDays> {
    return this.queries.execute(new CountDaysQuery(actor, body));
  }

  @Post('readings')
  @HttpCode(200)
  @Answers('CalendarReadingView', 'What a pasted notice says, line by line; nothing is stored')
  readText(
    @ActingPerson() actor: Actor,
    @BodyOf(calendarTextRequest) { text, year }: CalendarTextRequest,
  ): Promise<CalendarReadingView> {
    return this.queries.execute(new ReadCalendarQuery(actor, text, year));
  }

  @Post('file-readings')
  @HttpCode(200)
  @Answers('CalendarReadingView', 'The same of a CSV, XLSX, JSON or iCalendar file')
  async readFile(
    @ActingPerson() actor: Actor,
    @QueryOf(calendarFileQuery) { year }: { readonly year?: number },
    @Req() request: FastifyRequest,
  ): Promise<CalendarReadingView> {
    const { bytes } = await uploadedFile(request);
    return this.queries.execute(new ReadCalendarQuery(actor, bytes, year));
  }

  @Get('impacts/:operation')
  @Answers('CalendarImpactView', 'What a draft would move, or a publication has moved')
  impact(
    @ActingPerson() actor: Actor,
    @PathOf(calendarImpactParams) path: { readonly operation: string },
    @QueryOf(calendarImpactQuery) page: { readonly after?: string; readonly limit?: number },
  ): Promise<CalendarImpactView> {
    return this.queries.execute(new GetCalendarImpactQuery(actor, path.operation, page));
  }

  @Put(':layer/:code/draft')
  @Answers('CalendarVersionView', 'Make the draft of a layer, or give it another content')
  save(
    @ActingPerson() actor: Actor,
    @PathOf(calendarParams) path: LayerPath,
    @BodyOf(calendarDraftRequest) body: CalendarDraftRequest,
  ): Promise<CalendarVersionView> {
    return this.commands.execute(new SaveCalendarDraftCommand(actor, path, body));
  }

  @Delete(':layer/:code/draft')
  @HttpCode(204)
  @Answers(undefined, 'Drop the draft of a layer')
  async drop(@ActingPerson() actor: Actor, @PathOf(calendarParams) path: LayerPath): Promise<void> {
    await this.commands.execute(new DropCalendarDraftCommand(actor, path));
  }

  @Get(':layer/:code/:version')
  @Roles('clerk', 'registrar', 'supervisor', 'admin')
  @Answers('CalendarVersionView', 'One version with its days')
  version(
    @ActingPerson() actor: Actor,
    @PathOf(calendarVersionParams) path: VersionKey,
  ): Promise<CalendarVersionView> {
    return this.queries.execute(new GetCalendarVersionQuery(actor, path));
  }

  @Post(':layer/:code/:version/preview')
  @HttpCode(200)
  @Answers('BulkOperationView', 'Look at every deadline that the draft would move')
  preview(
    @ActingPerson() actor: Actor,
    @PathOf(calendarVersionParams) path: VersionKey,
    @BodyOf(previewCalendarRequest) { revision }: { readonly revision: number },
    @IdempotencyKey() key: string,
  ): Promise<BulkOperationView> {
    return this.commands.execute(new PreviewCalendarCommand(actor, path, revision, key));
  }

  @Post(':layer/:code/:version/publish')
  @HttpCode(200)
  @Answers('BulkOperationView', 'Publish the draft; the operation counts all deadlines by it')
  publish(
    @ActingPerson() actor: Actor,
    @PathOf(calendarVersionParams) path: VersionKey,
    @BodyOf(publishCalendarRequest) { revision, reason }: PublishCalendarRequest,
    @IdempotencyKey() key: string,
  ): Promise<BulkOperationView> {
    return this.commands.execute(new PublishCalendarCommand(actor, path, revision, reason, key));
  }
}
