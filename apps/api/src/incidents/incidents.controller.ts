import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListIncidentsQuery, ResolveIncidentCommand } from '@lianban/application';
import { incidentParams, resolveIncidentRequest, type IncidentView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/incidents')
@Roles('admin', 'supervisor')
export class IncidentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers('IncidentView[]', 'System steps that gave up and wait for a person')
  list(@ActingPerson() actor: Actor): Promise<readonly IncidentView[]> {
    return this.queries.execute(new ListIncidentsQuery(actor));
  }

  @Post(':id/:resolution')
  @HttpCode(204)
  @Roles('admin')
  @Answers(undefined, 'Retry the step, skip it, or answer by hand in the other system’s stead')
  async resolve(
    @ActingPerson() actor: Actor,
    @PathOf(incidentParams) path: { readonly id: string; readonly resolution: 'retry' | 'skip' | 'answer' },
    @BodyOf(resolveIncidentRequest)
    body: { readonly note: string; readonly data?: Readonly<Record<string, unknown>> },
    @IdempotencyKey() key: string,
  ): Promise<void> {
    await this.commands.execute(
      new ResolveIncidentCommand(
        actor,
        path.id,
        path.resolution,
        body.note,
        key,
        body.data as JsonObject | undefined,
      ),
    );
  }
}
