import { conflict, denied, missing } from '@lianban/kernel';
import { ERASURE_ACT, erase, PERSONAL_FIELDS } from '@lianban/trail';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ErasePersonalDataCommand } from './erase-personal-data.command.js';
import { TrailStore } from './trail-store.port.js';

@CommandHandler(ErasePersonalDataCommand)
export class ErasePersonalDataHandler implements ICommandHandler<ErasePersonalDataCommand> {
  constructor(private readonly trail: TrailStore) {}

  async execute({ actor, entryIds, ground }: ErasePersonalDataCommand): Promise<void> {
    if (!actor.roles.includes('admin'))
      throw denied('TRAIL.NOT_YOURS', 'Only administrators erase personal data from the trail.');
    const erased = [];
    for (const id of entryIds) {
      const found = await this.trail.find(id);
      if (found?.entry === undefined || found.entry.tenant !== actor.tenant)
        throw missing('TRAIL.NOT_SEALED', 'This entry is not sealed, or there is none.', { details: { id } });
      if (found.entry.act === ERASURE_ACT)
        throw conflict('TRAIL.NOT_ERASABLE', 'What says that something was erased is never erased itself.');
      const { seq, entry, opening, batch } = found;
      const fields = PERSONAL_FIELDS.filter((field) => (entry[field] ?? '') !== '');
      if (fields.length === 0) continue;
      erased.push({ id, seq, fields, opening: erase(batch.header.digest, entry, opening, fields) });
    }
    if (erased.length > 0) await this.trail.erase(actor, ground, erased);
  }
}
