import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type ActOnClock, GetClockActsQuery, PerformActCommand, PreviewActQuery } from '@lianban/application';
import {
  caseParams,
  clockParams,
  extendClockRequest,
  resumeClockRequest,
  stopClockRequest,
  type ActDone,
  type CasePreview,
  type ClockActs,
  type ExtendClockRequest,
  type ResumeClockRequest,
  type StopClockRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { possible } from '../acts/possible.js';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface ClockPath {
  readonly id: string;
  readonly clock: string;
}

/** 延期, 中止 and 恢复 of one clock of a case. */
@Controller('api/cases/:id/clocks')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class ClockActsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('acts')
  @Answers('ClockActs[]', 'Which acts on the clocks of the case are possible now, and why not')
  async acts(
    @ActingPerson() actor: Actor,
    @PathOf(caseParams) path: { readonly id: string },
  ): Promise<readonly ClockActs[]> {
    const verdicts = await this.queries.execute(new GetClockActsQuery(actor, path.id));
    return verdicts.map(({ clockId, extend, stop, resume }) => ({
      clockId,
      extend: { ...possible(extend), ...(extend.rule ? { rule: extend.rule } : {}) },
      stop: { ...possible(stop), grounds: stop.grounds },
      resume: { ...possible(resume), grounds: resume.grounds },
    }));
  }

  @Post(':clock/extend')
  @HttpCode(200)
  @Answers('ActDone', 'Extend the clock, once and before expiry')
  extend(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: ClockPath,
    @BodyOf(extendClockRequest) body: ExtendClockRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { ...on(path), kind: 'extend-clock', ...body }, key);
  }

  @Post(':clock/extend/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What the extension would move')
  previewExtend(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: ClockPath,
    @BodyOf(extendClockRequest) body: ExtendClockRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { ...on(path), kind: 'extend-clock', ...body });
  }

  @Post(':clock/stop')
  @HttpCode(200)
  @Answers('ActDone', 'Stop the clock on a ground')
  stop(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: ClockPath,
    @BodyOf(stopClockRequest) body: StopClockRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { ...on(path), kind: 'stop-clock', ...body }, key);
  }

  @Post(':clock/stop/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'What stopping the clock would do')
  previewStop(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: ClockPath,
    @BodyOf(stopClockRequest) body: StopClockRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { ...on(path), kind: 'stop-clock', ...body });
  }

  @Post(':clock/resume')
  @HttpCode(200)
  @Answers('ActDone', 'Let the clock run again on a ground')
  resume(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: ClockPath,
    @BodyOf(resumeClockRequest) body: ResumeClockRequest,
    @IdempotencyKey() key: string,
  ): Promise<ActDone> {
    return this.perform(actor, { ...on(path), kind: 'resume-clock', ...body }, key);
  }

  @Post(':clock/resume/preview')
  @HttpCode(200)
  @Answers('CasePreview', 'When the clock would run out')
  previewResume(
    @ActingPerson() actor: Actor,
    @PathOf(clockParams) path: ClockPath,
    @BodyOf(resumeClockRequest) body: ResumeClockRequest,
  ): Promise<CasePreview> {
    return this.preview(actor, { ...on(path), kind: 'resume-clock', ...body });
  }

  private perform(actor: Actor, act: ActOnClock, key: string): Promise<ActDone> {
    return this.commands.execute(new PerformActCommand(actor, act, key));
  }

  private preview(actor: Actor, act: ActOnClock): Promise<CasePreview> {
    return this.queries.execute(new PreviewActQuery(actor, act));
  }
}

const on = ({ id, clock }: ClockPath): Pick<ActOnClock, 'caseId' | 'clockId'> => ({
  caseId: id,
  clockId: clock,
});
