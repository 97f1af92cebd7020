import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RungActTakers } from './rung-act-takers.js';
import { TakeRungActsCommand } from './take-rung-acts.command.js';

@CommandHandler(TakeRungActsCommand)
export class TakeRungActsHandler implements ICommandHandler<TakeRungActsCommand> {
  constructor(private readonly takers: RungActTakers) {}

  async execute({ fired }: TakeRungActsCommand): Promise<void> {
    for (const act of fired.acts) await this.takers.of(act.kind)?.(fired, act);
  }
}
