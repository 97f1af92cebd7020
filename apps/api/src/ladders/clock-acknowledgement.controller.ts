import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AcknowledgeClockCommand } from '@lianban/application';
import { clockParams } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/cases/:id/clocks/:clock')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class ClockAcknowledgementController {
  constructor(private readonly commands: CommandBus) {}

  @Post('acknowledgement')
  @HttpCode(204)
  @Answers(undefined, 'Say that you have taken notice of a clock you were told of; chains of calls end')
  acknowledge(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: { readonly id: string; readonly clock: string },
  ): Promise<void> {
    return this.commands.execute(new AcknowledgeClockCommand(actor, path.id, path.clock));
  }
}
