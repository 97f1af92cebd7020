import { toLocalTime } from '@lianban/calendar';
import type { TaskRow } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars } from './business-calendars.js';

/** Adds to rows how many working days are left; negative once overdue, absent where no clock runs. */
@Injectable()
export class WorkingDaysLeft {
  constructor(private readonly calendars: BusinessCalendars) {}

  async fill<Row extends TaskRow>(
    tenant: string,
    now: string,
    rows: readonly Row[],
  ): Promise<readonly Row[]> {
    const { calendarAt } = await this.calendars.of(tenant);
    return rows.map((row) => {
      if (row.dueAt === undefined || row.status !== 'open') return row;
      const calendar = calendarAt(row.office.id);
      const today = toLocalTime(calendar, now).day;
      const { day } = toLocalTime(calendar, row.dueAt);
      return {
        ...row,
        workingDaysLeft: calendar.workingDaysBetween(today, day),
        provisional: calendar.isProvisional(day),
      };
    });
  }
}
