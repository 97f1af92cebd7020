import { AppException } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { ApplyServiceResultCommand } from './apply-service-result.command.js';
import { CaseTransition } from './case-transition.js';
import { EffectStore } from './effect-store.port.js';

@CommandHandler(ApplyServiceResultCommand)
export class ApplyServiceResultHandler implements ICommandHandler<ApplyServiceResultCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectStore,
    private readonly transition: CaseTransition,
  ) {}

  execute({ actor, effectId, result, attempts }: ApplyServiceResultCommand): Promise<{ applied: boolean }> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      const effect = await this.effects.lock(tx, effectId);
      if (!effect) return { applied: false };
      const answer = {
        kind: result.kind,
        ...(result.kind === 'error' ? { code: result.code } : {}),
        data: result.data,
      };
      if (effect.state === 'held') return { applied: true };
      if (effect.state !== 'open' && effect.state !== 'incident') {
        // Cancelled meanwhile, or answered before: the case has gone on without this answer.
        await this.effects.noteLate(tx, effect, answer);
        return { applied: false };
      }
      // Before the case moves: an error takes the step away, and with it whatever effect is still open.
      await this.effects.settle(tx, effectId, ['open', 'incident'], 'done', { attempts, result: answer });
      const moved = await this.transition.advance(tx, {
        caseId: effect.caseId,
        stimulusId: `effect:${effect.id}`,
        stimulus: { kind: 'service-result', token: effect.token, result },
        actor,
      });
      const tooLate =
        !moved.ok && (moved.error.code === 'CASES.SERVICE_NOT_OPEN' || moved.error.code === 'CASES.ENDED');
      if (!moved.ok && moved.error.code === 'CASES.SUSPENDED') {
        // The case hears of it when it goes on.
        await this.effects.settle(tx, effectId, ['done'], 'held', {});
        return { applied: true };
      }
      if (tooLate) {
        await this.effects.settle(tx, effectId, ['done'], 'cancelled', {});
        await this.effects.noteLate(tx, effect, answer);
      } else if (!moved.ok) throw new AppException(moved.error);
      return { applied: moved.ok };
    });
  }
}
