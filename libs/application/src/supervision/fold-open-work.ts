import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../transaction/index.js';
import { OpenWork } from './open-work.port.js';

/** Keeps the board quick. Killed at any time, it has folded a change or it hasn't. */
@Injectable()
export class FoldOpenWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openWork: OpenWork,
  ) {}

  run(tenant: string): Promise<number> {
    return this.unitOfWork.withActor(engineActor(tenant), (tx) => this.openWork.fold(tx));
  }
}
