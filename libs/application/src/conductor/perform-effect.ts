import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApplyServiceResultCommand, EffectStore, RaiseIncidentCommand } from '../cases/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { DepartmentSystems } from './department-systems.port.js';

/** The commands of an activity, for the proof at the start of a process. */
export const conductorCommands = [ApplyServiceResultCommand.name, RaiseIncidentCommand.name];

/** What an activity of a conductor does: looks whether the effect is still wanted, calls, applies the answer. */
@Injectable()
export class PerformEffect {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectStore,
    private readonly systems: DepartmentSystems,
    private readonly commands: CommandBus,
  ) {}

  /** Throws while the other system gives no answer; the retry policy decides how often. */
  async perform(effectId: string, attempt: number): Promise<'applied' | 'overtaken'> {
    const effect = await this.unitOfWork.withActor(engineActor(''), (tx) => this.effects.find(tx, effectId));
    // A cancel may have overtaken the start, or an earlier attempt has been applied although its report was lost.
    if (effect?.state !== 'open') return 'overtaken';
    const actor = engineActor(effect.tenant, effectId);
    const answer = await this.systems
      .call(effect.operation, effectId, effect.input)
      .catch(async (failure: unknown) => {
        const reason = failure instanceof Error ? failure.message : String(failure);
        await this.unitOfWork.withActor(actor, (tx) => this.effects.touch(tx, effectId, attempt, reason));
        throw failure;
      });
    const { applied } = await this.commands.execute(
      new ApplyServiceResultCommand(actor, effectId, answer, attempt),
    );
    return applied ? 'applied' : 'overtaken';
  }

  /** The policy gave up: a person decides. */
  async giveUp(effectId: string, message: string): Promise<void> {
    const effect = await this.unitOfWork.withActor(engineActor(''), (tx) => this.effects.find(tx, effectId));
    if (!effect) return;
    await this.commands.execute(
      new RaiseIncidentCommand(engineActor(effect.tenant, effectId), effectId, message),
    );
  }
}
