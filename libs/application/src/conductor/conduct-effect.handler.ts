import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ConductEffectCommand } from './conduct-effect.command.js';
import { Conductor } from './conductor.port.js';

@CommandHandler(ConductEffectCommand)
export class ConductEffectHandler implements ICommandHandler<ConductEffectCommand> {
  constructor(private readonly conductor: Conductor) {}

  execute({ caseId, effectId }: ConductEffectCommand): Promise<void> {
    return this.conductor.conduct(caseId, effectId);
  }
}
