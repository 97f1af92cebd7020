import { Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  CountNoticesQuery,
  GetMessageStateQuery,
  GetNoticePreferencesQuery,
  ListNoticesQuery,
  PreferNoticesCommand,
  ReadNoticesCommand,
  SendTestMessageCommand,
} from '@lianban/application';
import {
  messageParams,
  noticePreferencesRequest,
  noticesQuery,
  readNoticesRequest,
  testMessageRequest,
  type MessageState,
  type NoticeChannel,
  type NoticeCount,
  type NoticePreferences,
  type NoticesRequest,
  type NoticeView,
  type Page,
  type ReadNoticesRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, PathOf, QueryOf } from '../http/parameters.js';
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
  @Answers('NoticePreferences', 'Where else this person is told')
  preferences(@ActingPerson() actor: Actor): Promise<NoticePreferences> {
    return this.queries.execute(new GetNoticePreferencesQuery(actor));
  }

  @Put('preferences')
  @Answers('NoticePreferences', 'Say where else to be told, and when; a channel left out is off')
  prefer(
    @ActingPerson() actor: Actor,
    @BodyOf(noticePreferencesRequest) body: NoticePreferences,
  ): Promise<NoticePreferences> {
    return this.commands.execute(new PreferNoticesCommand(actor, body));
  }

  @Post('tests')
  @HttpCode(202)
  @Answers('MessageState', 'Send this person a test message by a channel of theirs')
  test(
    @ActingPerson() actor: Actor,
    @BodyOf(testMessageRequest) body: { readonly channel: NoticeChannel },
  ): Promise<MessageState> {
    return this.commands.execute(new SendTestMessageCommand(actor, body.channel));
  }

  @Get('tests/:id')
  @Answers('MessageState', 'How far a message to this person came')
  tested(
    @ActingPerson() actor: Actor,
    @PathOf(messageParams) path: { readonly id: string },
  ): Promise<MessageState> {
    return this.queries.execute(new GetMessageStateQuery(actor, path.id));
  }
}
