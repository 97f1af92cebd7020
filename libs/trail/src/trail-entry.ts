/**
 * One act as it is sealed. Everything is text: instants in UTC with microseconds, and JSON as the database writes it,
 * because a number beyond a double would otherwise be changed without anybody seeing it.
 */
export interface TrailEntry {
  readonly id: string;
  readonly tenant: string;
  /** When it was done, in business time. */
  readonly at: string;
  /** When it was written: an act entered late has both. */
  readonly recordedAt: string;
  /** The transaction that wrote it, a decimal number: the order of the trail. */
  readonly xid: string;
  readonly act: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly officeId: string | null;
  readonly post: string | null;
  readonly onBehalfOf: string | null;
  readonly caseId: string | null;
  readonly objectKind: string;
  readonly objectId: string;
  readonly ground: string | null;
  readonly address: string | null;
  readonly correlationId: string | null;
  readonly planHash: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What can say something about a living person, so what may have to go (Personal Information Protection Law 个人信息保护法
 * art. 47). Each is in the seal by a commitment of its own; the rest is in it in clear.
 */
export const PERSONAL_FIELDS = [
  'actorName',
  'onBehalfOf',
  'ground',
  'address',
  'before',
  'after',
] as const satisfies readonly (keyof TrailEntry)[];
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** Where an entry stands in the one order of the trail: by transaction, within it by id. */
export type Position = Pick<TrailEntry, 'xid' | 'id'>;

export const comesBefore = (one: Position, other: Position): boolean => {
  const [a, b] = [BigInt(one.xid), BigInt(other.xid)];
  return a === b ? one.id < other.id : a < b;
};

/** The act by which personal data were erased; its `after` says of which entries and which fields. */
export const ERASURE_ACT = 'trail.erased';

/** What an erasure says it erased: fields by the id of the entry. */
export type ErasedFields = Readonly<Record<string, readonly PersonalField[]>>;
