import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  CountNoticesQuery,
  GetNoticePreferencesQuery,
  ListNoticesQuery,
  PreferNoticesCommand,
  ReadNoticesCommand,
} from '@lianban/application';
import {
  noticePreferencesRequest,
  noticesQuery,
  readNoticesRequest,
  type NoticeCount,
  type NoticePreference,
  type NoticePreferencesRequest,
  type NoticesRequest,
  type NoticeView,
  type Page,
  type ReadNoticesRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

/** What a person and their offices were told. */
@Controller('api/notices')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class NoticesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('Page<NoticeView>', 'Notices to this person and their offices, newest first')
  list(
    @ActingPerson() actor: Actor,
    @QueryOf(noticesQuery) query: NoticesRequest,
  ): Promise<Page<NoticeView>> {
    return this.queries.execute(new ListNoticesQuery(actor, query));
  }

  @Get('count')
  @Answers('NoticeCount', 'How many of them this person has not read, counted to 100')
  count(@ActingPerson() actor: Actor): Promise<NoticeCount> {
    return this.queries.execute(new CountNoticesQuery(actor));
  }

  @Post('read')
  @HttpCode(200)
  @Answers('NoticeCount', 'Mark some or all as read by this person; answers how many are left')
  read(
    @ActingPerson() actor: Actor,
    @BodyOf(readNoticesRequest) body: ReadNoticesRequest,
  ): Promise<NoticeCount> {
    return this.commands.execute(new ReadNoticesCommand(actor, body.ids));
  }

  @Get('preferences')
  @Answers('NoticePreference[]', 'Where else this person is told')
  preferences(@ActingPerson() actor: Actor): Promise<readonly NoticePreference[]> {
    return this.queries.execute(new GetNoticePreferencesQuery(actor));
  }

  @Put('preferences')
  @Answers('NoticePreference[]', 'Say where else to be told, and when; a channel left out is off')
  prefer(
    @ActingPerson() actor: Actor,
    @BodyOf(noticePreferencesRequest) body: NoticePreferencesRequest,
  ): Promise<readonly NoticePreference[]> {
    return this.commands.execute(new PreferNoticesCommand(actor, body.preferences));
  }
}
