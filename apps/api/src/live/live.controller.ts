import { Controller, Get, Req, Res } from '@nestjs/common';
import { SessionReader, type LiveUpdate } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../http/access.js';
import { ActingPerson } from '../http/parameters.js';
import { sessionTokenOf } from '../http/session-cookie.js';
import { Answers } from '../openapi/answers.js';
import { LiveConnections } from './live-connections.js';
import { LiveFeed } from './live-feed.js';

const heartbeatMs = 15_000;
const overseers = ['supervisor', 'admin'];

/** Server-sent events: hints only. What changed is read again through the ordinary, authorised routes. */
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: SessionReader,
    private readonly connections: LiveConnections,
  ) {}

  @Get()
  @SignedIn()
  @Answers('LiveEvent', 'Hints of what changed: task, case, board, ping', 'text/event-stream')
  open(@ActingPerson() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const token = sessionTokenOf(request);
    const slot = this.connections.take(actor.id);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)])),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const send = (event: string, data: object): void => {
      // A reader that doesn't keep up loses hints, not memory.
      if (!raw.writableNeedDrain) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    send('ping', {});
    const silence = this.feed.listen((update) => hint(actor, update, send));
    const heartbeat = setInterval(() => {
      send('ping', {});
      // Signed out or disabled meanwhile: the stream ends. A database that is away proves nothing.
      this.sessions.find(token ?? '').then(
        (session) => session ?? raw.end(),
        () => undefined,
      );
    }, heartbeatMs);
    raw.once('close', () => {
      clearInterval(heartbeat);
      silence();
      slot.release();
    });
    slot.onEvict(() => raw.end());
  }
}

/** A hint goes to the offices it concerns and to those who oversee the city. */
function hint(actor: Actor, update: LiveUpdate, send: (event: string, data: object) => void): void {
  const { officeId, caseId, taskId } = update;
  const oversees = overseers.some((role) => actor.roles.includes(role));
  const concerns = officeId === undefined ? oversees : oversees || actor.officeIds.includes(officeId);
  if (!concerns) return;
  if (update.kind === 'task') send('task', { officeId, taskId, kind: 'changed', caseId });
  if (caseId !== undefined) send('case', { caseId });
  if (oversees) send('board', {});
}
