import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { EffectStore } from '../cases/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { Conductor } from './conductor.port.js';

/** Longer than the longest pause between two tries of a conductor, in seconds. */
const FORGOTTEN_AFTER = 90;
const AT_ONCE = 200;

/**
 * Tells conductors again of open effects that nobody works on: after the whole cluster was lost, or a start got lost.
 * PostgreSQL knows what is open; a conductor only performs it.
 */
@Injectable()
export class RemindConductors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectStore,
    private readonly conductor: Conductor,
  ) {}

  async remind(forgottenAfter = FORGOTTEN_AFTER): Promise<number> {
    const actor = engineActor('');
    const forgotten = await this.unitOfWork.withActor(actor, (tx) =>
      this.effects.forgotten(tx, forgottenAfter, AT_ONCE),
    );
    for (const { id, caseId } of forgotten) {
      await this.conductor.conduct(caseId, id);
      await this.unitOfWork.withActor(actor, (tx) => this.effects.touch(tx, id));
    }
    return forgotten.length;
  }
}
