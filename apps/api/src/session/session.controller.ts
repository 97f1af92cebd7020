import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  LeadsUnitQuery,
  SessionStore,
  SignInCommand,
  SignOutCommand,
  type CurrentSession,
} from '@lianban/application';
import { signInRequest, type SessionView, type SignInRequest } from '@lianban/contracts';
import { AppException, denied } from '@lianban/kernel';
import { AttemptThrottle } from '@lianban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiSettings } from '../api-settings.js';
import { Public, SignedIn } from '../http/access.js';
import { BodyOf, OpenSession } from '../http/parameters.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../http/session-cookie.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly store: SessionStore,
    private readonly throttle: AttemptThrottle,
    private readonly settings: ApiSettings,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Answers('SessionView', 'Sign in with a local account; sets the session cookie')
  async signIn(
    @BodyOf(signInRequest) { username, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const key = `${username.toLowerCase()} ${request.ip}`;
    if (!this.throttle.begin(key)) throw denied('AUTH.TOO_MANY_ATTEMPTS', 'Too many attempts.');
    const signedIn = await this.commands
      .execute(new SignInCommand(username, password))
      .catch((failure: unknown) => {
        // Only a wrong guess counts; a database that is away is nobody's attempt.
        if (!(failure instanceof AppException)) this.throttle.succeeded(key);
        throw failure;
      });
    this.throttle.succeeded(key);
    setSessionCookie(reply, signedIn.token, signedIn.expiresAt, this.settings.secureCookies);
    return this.view(signedIn.session);
  }

  @Get()
  @SignedIn()
  @Answers('SessionView', 'Who is signed in')
  current(@OpenSession() session: CurrentSession): Promise<SessionView> {
    return this.view(session);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  @Answers(undefined, 'Sign out')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.commands.execute(new SignOutCommand(token));
    clearSessionCookie(reply, this.settings.secureCookies);
  }

  private async view(session: CurrentSession): Promise<SessionView> {
    const [businessNow, leadsUnit] = await Promise.all([
      this.store.businessNow(),
      this.queries.execute(new LeadsUnitQuery(session.actor)),
    ]);
    return {
      user: { id: session.actor.id, username: session.username, name: session.name },
      roles: session.roles,
      offices: session.offices,
      leadsUnit,
      ...(session.institution === undefined ? {} : { institution: session.institution }),
      businessNow: businessNow.toISOString(),
      demo: this.settings.demo,
    };
  }
}
