import { engineActor } from '@lianban/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RungActTakers } from '../due/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { CallChainStore } from './call-chain-store.port.js';
import { EndCallChainCommand } from './call-chains.commands.js';
import { CallChains } from './call-chains.port.js';

/** What a chain of calls does, step by step; it may be asked for the same step again. */
@Injectable()
export class CallChainWork implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CallChainStore,
    private readonly chains: CallChains,
    private readonly takers: RungActTakers,
  ) {}

  onModuleInit(): void {
    this.takers.take('call-chain', async ({ clockId, level, told }, act) => {
      if (act.kind === 'call-chain') await this.chains.start(clockId, level, told.length, act.everyMinutes);
    });
  }

  async callNext(tenant: string, clockId: string, level: string, place: number): Promise<'called' | 'over'> {
    const called = await this.unitOfWork.withActor(engineActor(tenant), (tx) =>
      this.store.call(tx, clockId, level, place),
    );
    return called ? 'called' : 'over';
  }

  unanswered(tenant: string, clockId: string, level: string): Promise<void> {
    return this.unitOfWork.withActor(engineActor(tenant), (tx) => this.store.unanswered(tx, clockId, level));
  }
}

@CommandHandler(EndCallChainCommand)
export class EndCallChainHandler implements ICommandHandler<EndCallChainCommand> {
  constructor(private readonly chains: CallChains) {}

  execute({ clockId, level }: EndCallChainCommand): Promise<void> {
    return this.chains.acknowledge(clockId, level);
  }
}
