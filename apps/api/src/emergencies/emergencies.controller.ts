import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  EnterEmergencyCommand,
  LiftEmergencyCommand,
  ListEmergenciesQuery,
  PreviewEmergencyQuery,
} from '@lianban/application';
import {
  emergenciesQuery,
  emergencyParams,
  enterEmergencyRequest,
  liftEmergencyRequest,
  previewEmergencyRequest,
  type EmergencyImpactView,
  type EmergencyListView,
  type EmergencyView,
  type EnterEmergencyRequest,
  type LiftEmergencyRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

/** 台风、停航 over districts: the clocks of their on-site steps stand still until it is lifted. */
@Controller('api/emergencies')
@Roles('supervisor', 'admin')
export class EmergenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Answers(
    'EmergencyListView',
    'Emergencies, newest first, and the places for which the reader may enter one',
  )
  list(
    @ActingPerson() actor: Actor,
    @QueryOf(emergenciesQuery) page: { readonly after?: string; readonly limit?: number },
  ): Promise<EmergencyListView> {
    return this.queries.execute(new ListEmergenciesQuery(actor, page));
  }

  @Post('preview')
  @HttpCode(200)
  @Answers('EmergencyImpactView', 'Which clocks would stand still; nothing is stored')
  preview(
    @ActingPerson() actor: Actor,
    @BodyOf(previewEmergencyRequest) { districts }: { readonly districts: readonly string[] },
  ): Promise<EmergencyImpactView> {
    return this.queries.execute(new PreviewEmergencyQuery(actor, districts));
  }

  @Post()
  @Answers('EmergencyView', 'Enter an emergency; its clocks are stopped from its beginning')
  enter(
    @ActingPerson() actor: Actor,
    @BodyOf(enterEmergencyRequest) body: EnterEmergencyRequest,
    @IdempotencyKey() key: string,
  ): Promise<EmergencyView> {
    return this.commands.execute(new EnterEmergencyCommand(actor, body, key));
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Answers('EmergencyView', 'End it now; its clocks run again')
  lift(
    @ActingPerson() actor: Actor,
    @PathOf(emergencyParams) path: { readonly id: string },
    @BodyOf(liftEmergencyRequest) { reason }: LiftEmergencyRequest,
    @IdempotencyKey() key: string,
  ): Promise<EmergencyView> {
    return this.commands.execute(new LiftEmergencyCommand(actor, path.id, reason, key));
  }
}
