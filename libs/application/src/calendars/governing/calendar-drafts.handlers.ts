import type { CalendarLayer } from '@lianban/calendar';
import type { CalendarVersionView } from '@lianban/contracts';
import { AppException, conflict } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { KnownDirectory } from '../../routing/index.js';
import { UnitOfWork } from '../../transaction/index.js';
import { CalendarStore } from './calendar-store.port.js';
import { mustGovern, placesOf, versionView } from './calendar-views.js';
import { DropCalendarDraftCommand, SaveCalendarDraftCommand } from './calendars.requests.js';
import { judgeDraft } from './judge-draft.js';

@CommandHandler(SaveCalendarDraftCommand)
export class SaveCalendarDraftHandler implements ICommandHandler<SaveCalendarDraftCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, key, draft }: SaveCalendarDraftCommand): Promise<CalendarVersionView> {
    mustGovern(actor);
    const places = placesOf(await this.directory.of(actor.tenant));
    const refused = judgeDraft(key, draft, places);
    if (refused) throw new AppException(refused);
    const { revision, effectiveFrom, document, publisher, note, officeHours, years } = draft;
    const body: Omit<CalendarLayer, 'version'> = {
      ...key,
      ...(key.layer === 'national' ? { utcOffset: '+08:00' } : {}),
      ...(officeHours === undefined ? {} : { officeHours }),
      years,
    };
    const content = {
      ...key,
      effectiveFrom,
      document: Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)),
      publisher,
      ...(note === undefined ? {} : { note }),
      // The store gives the number of the version.
      body: { ...body, version: 0 },
    };
    const saved = await this.unitOfWork.withActor(actor, async (tx) => {
      const held = await this.store.holdDraft(tx, actor.tenant, key.layer, key.code);
      if (held?.revision !== revision)
        throw conflict('CALENDARS.DRAFT_CHANGED', 'The draft has changed since it was opened.', {
          details: { revision: held?.revision ?? null },
        });
      return held ? this.store.replaceDraft(tx, actor, content) : this.store.insertDraft(tx, actor, content);
    });
    return versionView(saved, places);
  }
}

@CommandHandler(DropCalendarDraftCommand)
export class DropCalendarDraftHandler implements ICommandHandler<DropCalendarDraftCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarStore,
  ) {}

  async execute({ actor, key }: DropCalendarDraftCommand): Promise<void> {
    mustGovern(actor);
    await this.unitOfWork.withActor(actor, (tx) => this.store.dropDraft(tx, actor, key.layer, key.code));
  }
}
