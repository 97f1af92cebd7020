import type { AbsenceDone } from '@lianban/contracts';
import { conflict, denied, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { AbsenceStore } from './absence-store.port.js';
import { ledUnit } from './led-unit.js';
import { EndAbsenceCommand, RecordAbsenceCommand } from './team.commands.js';

@CommandHandler(RecordAbsenceCommand)
export class RecordAbsenceHandler implements ICommandHandler<RecordAbsenceCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceStore,
    private readonly directory: KnownDirectory,
    private readonly keys: IdempotencyRecords,
  ) {}

  async execute({ actor, request, idempotencyKey: key }: RecordAbsenceCommand): Promise<AbsenceDone> {
    const { person, standIn, from, to, reason } = request;
    const unit = ledUnit(actor, await this.directory.of(actor.tenant));
    const inUnit = (userId: string): boolean => unit?.holders.some((one) => one.userId === userId) ?? false;
    if (!unit || !inUnit(person) || !inUnit(standIn))
      throw denied('TEAM.NOT_IN_UNIT', 'Absent person and stand-in belong to the unit of who records it.');
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: 'record-absence', body: request }, async () => {
        const id = newId();
        const done = await this.absences.record(tx, actor, { id, person, standIn, from, to, reason });
        if (done === 'overlaps')
          throw conflict('TEAM.AWAY_ALREADY', 'An absence of the person covers part of that time.');
        if (done === 'stand-in-away')
          throw conflict('TEAM.STAND_IN_AWAY', 'The stand-in is away during part of that time.');
        return { absenceId: id };
      }),
    );
  }
}

@CommandHandler(EndAbsenceCommand)
export class EndAbsenceHandler implements ICommandHandler<EndAbsenceCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceStore,
    private readonly directory: KnownDirectory,
    private readonly keys: IdempotencyRecords,
  ) {}

  async execute({ actor, absenceId, idempotencyKey: key }: EndAbsenceCommand): Promise<AbsenceDone> {
    const unit = ledUnit(actor, await this.directory.of(actor.tenant));
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: `end-absence ${absenceId}`, body: {} }, async () => {
        const absence = await this.absences.find(tx, actor.tenant, absenceId);
        const mayEnd =
          absence?.person === actor.id || unit?.holders.some(({ userId }) => userId === absence?.person);
        // Absences of another unit are not spoken of.
        if (!absence || mayEnd !== true || !(await this.absences.end(tx, actor, absenceId)))
          throw missing('TEAM.NO_SUCH_ABSENCE', 'There is no such absence, or it is over.');
        return { absenceId };
      }),
    );
  }
}
