import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AcceptEventCommand } from '@lianban/application';
import type { IntakeReceipt } from '@lianban/contracts';
import type { FastifyRequest } from 'fastify';
import { Machine } from '../http/access.js';
import type { RawBody } from '../http/body-parsers.js';
import { contextOf } from '../http/request-context.js';
import { Answers } from '../openapi/answers.js';

const one = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

/** The machine door: CloudEvents with a Standard Webhooks signature. Answers after the event is committed. */
@Controller('api/events')
export class EventsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(202)
  @Machine()
  @Answers('IntakeReceipt', 'Deliver a signed CloudEvent')
  accept(@Body() body: RawBody | undefined, @Req() request: FastifyRequest): Promise<IntakeReceipt> {
    const { headers } = request;
    return this.commands.execute(
      new AcceptEventCommand(
        body?.bytes ?? Buffer.alloc(0),
        body?.fault,
        {
          id: one(headers['webhook-id']),
          timestamp: one(headers['webhook-timestamp']),
          signature: one(headers['webhook-signature']),
        },
        request.ip,
        contextOf(request).correlationId,
      ),
    );
  }
}
