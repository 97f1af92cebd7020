import { stopReviewNow } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from '../calendars/index.js';
import { groundText } from '../casework/describe-clock.js';
import type { Tx } from '../transaction/index.js';
import type { DueRow } from './due-store.port.js';
import { StopsUnderReview } from './stops-under-review.port.js';

/** 中止核查: whoever stopped a clock is asked whether the ground still holds. */
@Injectable()
export class ReviewStops {
  constructor(
    private readonly stops: StopsUnderReview,
    private readonly calendars: BusinessCalendars,
  ) {}

  /** Nothing where the clock runs again or its case has ended. */
  async review(tx: Tx, row: DueRow): Promise<void> {
    const stop = await this.stops.open(tx, row);
    if (!stop) return;
    const rules = await this.calendars.of(row.tenant);
    const calendar = rules.calendarAt(stop.district);
    const asked = stopReviewNow(stop, { planned: row.at, now: stop.now }, calendar);
    await this.stops.ask(tx, row, stop, { ...asked, ground: groundText(stop.ground) });
  }
}
