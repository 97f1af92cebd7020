/** The version of each task that this person looked at last, on this device: enough for an unread mark. */
const kept = 2000;

type Seen = Readonly<Record<string, number>>;

const nameFor = (userId: string): string => `lianban.seen.${userId}`;

export function readSeen(userId: string): Seen {
  try {
    return JSON.parse(localStorage.getItem(nameFor(userId)) ?? '{}') as Seen;
  } catch {
    return {};
  }
}

export function markSeen(userId: string, taskId: string, version: number): Seen {
  const { [taskId]: _, ...others } = readSeen(userId);
  const entries = [...Object.entries(others), [taskId, version] as const].slice(-kept);
  const seen = Object.fromEntries(entries);
  localStorage.setItem(nameFor(userId), JSON.stringify(seen));
  return seen;
}

export type News = 'unread' | 'changed' | 'none';

export const newsOf = (
  seen: Seen,
  { id, version }: { readonly id: string; readonly version: number },
): News => {
  const last = seen[id];
  if (last === undefined) return 'unread';
  return version > last ? 'changed' : 'none';
};
