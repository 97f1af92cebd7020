import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { denied } from '@lianban/kernel';
import { SessionReader } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import type { FastifyRequest } from 'fastify';
import { ApiSettings } from '../api-settings.js';
import { accessKey, type Access } from './access.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { refuseForeignOrigin } from './origin.js';
import { contextOf } from './request-context.js';
import { sessionTokenOf } from './session-cookie.js';

const reads = new Set(['GET', 'HEAD']);

/** Deny by default: a route without a declaration is refused here and, before that, at boot. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly settings: ApiSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw denied('AUTH.NOT_ALLOWED', 'The route declares no access.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access.kind === 'machine') return true;
    refuseForeignOrigin(request, this.settings.publicOrigin);
    if (access.kind === 'public') return true;
    const actor = await this.identify(request);
    if (access.roles.length > 0 && !access.roles.some((role) => actor.roles.includes(role))) {
      throw denied('AUTH.NOT_ALLOWED', 'Your post does not allow this.');
    }
    if (!reads.has(request.method)) idempotencyKeyOf(request);
    return true;
  }

  private async identify(request: FastifyRequest): Promise<Actor> {
    const token = sessionTokenOf(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (session === undefined) throw denied('AUTH.NO_SESSION', 'Please sign in first.');
    const known = contextOf(request);
    const actor: Actor = { ...session.actor, address: request.ip, correlationId: known.correlationId };
    known.session = session;
    known.actor = actor;
    return actor;
  }
}
