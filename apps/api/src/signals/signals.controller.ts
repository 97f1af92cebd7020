import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SendSignalCommand } from '@lianban/application';
import { signalRequest, type SignalRequest, type SignalThrown } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/signals')
@Roles('admin')
export class SignalsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(202)
  @Answers('SignalThrown', 'Send a signal to every case that waits for it')
  send(
    @ActingPerson() actor: Actor,
    @BodyOf(signalRequest) body: SignalRequest,
    @IdempotencyKey() key: string,
  ): Promise<SignalThrown> {
    return this.commands.execute(
      new SendSignalCommand(actor, { ...body, data: body.data as JsonObject }, key),
    );
  }
}
