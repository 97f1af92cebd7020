import { v5 as nameId, v7 as newId } from 'uuid';
import type { RungNotice } from './due-store.port.js';
import type { Looked } from './look-at-rung.js';

/** A rung that fires so much later than planned fires after an outage, in seconds. */
const OUTAGE_SECONDS = 60;

/** So many rungs at once are a storm, of which nobody is told one by one. */
const STORM = 20;

/** A list names so many and counts all. */
const NAMED = 50;

/** Of an instant in ISO 8601, what names its hour and its minute. */
const HOUR = 'yyyy-mm-ddThh'.length;
const MINUTE = 'yyyy-mm-ddThh:mm'.length;

/** Namespace of the ids of digests. */
const DIGESTS = '5f0a3c1e-6d6b-4a0e-9d27-3f6f2f0f7c11';

/**
 * Notices of what fired: one a person. A single rung is a notice of its own; several, and any in a storm, go into the
 * person's list of that minute, and what comes late, after an outage, into that of the hour, however many sets the
 * sweep needs. A critical rung is never put into a list.
 */
export const noticesOf = (fired: readonly Looked[], now: string): readonly RungNotice[] => {
  const notices: RungNotice[] = [];
  const lists = new Map<string, { readonly tenant: string; readonly items: Looked[]; late: boolean }>();
  for (const looked of fired) {
    for (const { userId } of looked.firing.told) {
      if (looked.critical) {
        notices.push(single(looked, userId));
        continue;
      }
      const list = lists.get(userId) ?? { tenant: looked.firing.tenant, items: [], late: false };
      list.items.push(looked);
      list.late ||= Date.parse(now) - Date.parse(looked.firing.plannedAt) > OUTAGE_SECONDS * 1_000;
      lists.set(userId, list);
    }
  }
  for (const [userId, { tenant, items, late }] of lists) {
    const [only] = items;
    if (only && items.length === 1 && !late && fired.length <= STORM) notices.push(single(only, userId));
    else
      notices.push({
        id: nameId(`${tenant} ${userId} ${now.slice(0, late ? HOUR : MINUTE)}`, DIGESTS),
        tenant,
        userId,
        kind: 'rungs',
        payload: { count: items.length, items: items.slice(0, NAMED).map(itemOf) },
      });
  }
  // Rows of the same people are written by every set: in one order, so that two sweepers never wait for each other.
  return notices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

const single = (looked: Looked, userId: string): RungNotice => ({
  id: newId(),
  tenant: looked.firing.tenant,
  userId,
  caseId: looked.firing.caseId,
  kind: 'rung',
  payload: itemOf(looked),
});

const itemOf = ({ clock, firing }: Looked): object => ({
  caseId: clock.caseId,
  caseNo: clock.caseNo,
  clockId: clock.clockId,
  clockName: clock.clockName,
  level: firing.level,
  ladder: firing.ladder,
  action: firing.action,
  dueAt: clock.dueAt,
});
