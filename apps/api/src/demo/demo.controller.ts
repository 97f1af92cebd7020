import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  demoInstitutionCode,
  demoLogins,
  MoveBusinessTimeCommand,
  PrepareFilingCommand,
} from '@lianban/application';
import {
  moveBusinessTimeRequest,
  noBody,
  simulateRegistrationRequest,
  usccCheckSign,
  type BusinessTimeMove,
  type DemoLogin,
  type PreparedFiling,
  type SimulatedRegistration,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { missing } from '@lianban/kernel';
import { ApiSettings } from '../api-settings.js';
import { Public, Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';
import { RegistrarSystem } from './registrar-system.js';

/** Only in a demo; elsewhere these routes don't exist. */
@Controller('api/demo')
export class DemoController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registrarSystem: RegistrarSystem,
    private readonly settings: ApiSettings,
  ) {}

  @Get('logins')
  @Public()
  @Answers('DemoLogin[]', 'One card per role for the sign-in page')
  logins(): DemoLogin[] {
    this.onlyInDemo();
    return demoLogins(`${demoInstitutionCode}${usccCheckSign(demoInstitutionCode)}`);
  }

  @Post('simulate-registration')
  @HttpCode(200)
  @Roles('registrar', 'supervisor', 'clerk', 'admin')
  @Answers('SimulatedRegistration', 'A registrar’s system sends a signed event through the intake door')
  simulate(
    @BodyOf(simulateRegistrationRequest) body: { readonly district?: string },
  ): Promise<SimulatedRegistration> {
    this.onlyInDemo();
    return this.registrarSystem.register(body.district ?? '330902');
  }

  @Post('prepared-filing')
  @HttpCode(200)
  @Roles('registrar', 'supervisor', 'clerk', 'admin')
  @Answers('PreparedFiling', 'A complete filing whose seven lanes stand open')
  prepare(
    @ActingPerson() actor: Actor,
    @BodyOf(noBody) _body: unknown,
    @IdempotencyKey() key: string,
  ): Promise<PreparedFiling> {
    this.onlyInDemo();
    return this.commands.execute(new PrepareFilingCommand(actor, key));
  }

  @Post('business-time')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @Answers('BusinessTimeMove', 'Moves business time forward, stopping wherever something is due')
  moveTime(
    @ActingPerson() actor: Actor,
    @BodyOf(moveBusinessTimeRequest) { to }: { readonly to: string },
  ): Promise<BusinessTimeMove> {
    this.onlyInDemo();
    return this.commands.execute(new MoveBusinessTimeCommand(actor, to));
  }

  private onlyInDemo(): void {
    if (!this.settings.demo) throw missing('API.UNKNOWN_ROUTE', 'There is no such route.');
  }
}
