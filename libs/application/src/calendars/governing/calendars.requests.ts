import type {
  BulkOperationView,
  CalendarDraftRequest,
  CalendarImpactView,
  CalendarListView,
  CalendarReadingView,
  CalendarVersionView,
  CalendarYearView,
  CountDaysRequest,
  CountedDays,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';
import type { VersionKey } from './calendar-version.js';

export type LayerKey = Omit<VersionKey, 'version'>;

/** Makes a draft, or puts another content into the one there is. */
export class SaveCalendarDraftCommand extends Command<CalendarVersionView> {
  constructor(
    readonly actor: Actor,
    readonly key: LayerKey,
    readonly draft: CalendarDraftRequest,
  ) {
    super();
  }
}

export class DropCalendarDraftCommand extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly key: LayerKey,
  ) {
    super();
  }
}

/** Orders a look at every deadline that the draft would move. */
export class PreviewCalendarCommand extends Command<BulkOperationView> {
  constructor(
    readonly actor: Actor,
    readonly key: VersionKey,
    readonly revision: number,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Puts the draft in force on its day, and orders that all deadlines are counted by it. */
export class PublishCalendarCommand extends Command<BulkOperationView> {
  constructor(
    readonly actor: Actor,
    readonly key: VersionKey,
    readonly revision: number,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

export class ListCalendarsQuery extends Query<CalendarListView> {
  constructor(readonly actor: Actor) {
    super();
  }
}

export class GetCalendarVersionQuery extends Query<CalendarVersionView> {
  constructor(
    readonly actor: Actor,
    readonly key: VersionKey,
  ) {
    super();
  }
}

export class GetCalendarYearQuery extends Query<CalendarYearView> {
  constructor(
    readonly actor: Actor,
    readonly year: number,
    readonly place: string | undefined,
    readonly drafts: boolean,
  ) {
    super();
  }
}

/** What a pasted text or a file says, line by line; nothing is stored. */
export class ReadCalendarQuery extends Query<CalendarReadingView> {
  constructor(
    readonly actor: Actor,
    readonly source: string | Buffer,
    readonly year: number | undefined,
  ) {
    super();
  }
}

export class GetCalendarImpactQuery extends Query<CalendarImpactView> {
  constructor(
    readonly actor: Actor,
    readonly operation: string,
    readonly page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ) {
    super();
  }
}

/** How a deadline is counted at a place. */
export class CountDaysQuery extends Query<CountedDays> {
  constructor(
    readonly actor: Actor,
    readonly request: CountDaysRequest,
  ) {
    super();
  }
}
