import type { ScorecardDone } from '@lianban/contracts';
import { conflict, denied, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { overseesAll } from '../casework/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { type FactToJudge, FactJudgements } from './fact-judgements.port.js';
import { ConcludeFactCommand, ObjectToFactCommand } from './scorecards.requests.js';

const factOf = async (
  store: FactJudgements,
  tx: Tx,
  tenant: string,
  factId: string,
): Promise<FactToJudge> => {
  const fact = await store.factToJudge(tx, tenant, factId);
  if (!fact) throw missing('SCORECARDS.UNKNOWN_FACT', 'There is no such entry of a scorecard.');
  return fact;
};

@CommandHandler(ObjectToFactCommand)
export class ObjectToFactHandler implements ICommandHandler<ObjectToFactCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FactJudgements,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute({ actor, factId, request, idempotencyKey: key }: ObjectToFactCommand): Promise<ScorecardDone> {
    const once = { actor, key, operation: `object ${factId}`, body: request };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, once, async () => {
        const fact = await factOf(this.store, tx, actor.tenant, factId);
        if (!actor.officeIds.includes(fact.officeId)) {
          throw denied('SCORECARDS.NOT_YOUR_OFFICE', 'Only the office itself objects.');
        }
        if (fact.objection) {
          throw conflict('SCORECARDS.OBJECTED_ALREADY', 'The office has objected to this already.');
        }
        await this.store.object(tx, { id: newId(), factId, reason: request.reason, by: actor.id });
        return { factId };
      }),
    );
  }
}

/** 剔除 and 免责 are conclusions with a reason. What was concluded stays; the figures of a frozen month stay too. */
@CommandHandler(ConcludeFactCommand)
export class ConcludeFactHandler implements ICommandHandler<ConcludeFactCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FactJudgements,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute(command: ConcludeFactCommand): Promise<ScorecardDone> {
    const { actor, factId, request, idempotencyKey: key } = command;
    if (!overseesAll(actor)) {
      throw denied('SCORECARDS.NOT_THE_KEEPER', 'Only who keeps the scorecards concludes.');
    }
    const once = { actor, key, operation: `conclude ${factId}`, body: request };
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, once, () => this.conclude(tx, command)),
    );
  }

  private async conclude(tx: Tx, { actor, factId, request }: ConcludeFactCommand): Promise<ScorecardDone> {
    const fact = await factOf(this.store, tx, actor.tenant, factId);
    const { conclusion } = request;
    if (conclusion !== 'upheld' && fact.concluded.includes(conclusion)) {
      throw conflict('SCORECARDS.CONCLUDED_ALREADY', 'This has been concluded already.');
    }
    const by = actor.id;
    if ('answer' in request) {
      if (!fact.objection?.isOpen) {
        throw conflict('SCORECARDS.NO_OPEN_OBJECTION', 'No objection to this waits for an answer.');
      }
      const { answer } = request;
      await this.store.answer(tx, { objectionId: fact.objection.id, conclusion, answer, by });
    }
    if (conclusion !== 'upheld') {
      const reason = 'answer' in request ? request.answer : request.reason;
      await this.store.conclude(tx, { id: newId(), factId, kind: conclusion, reason, by });
    }
    return { factId };
  }
}
