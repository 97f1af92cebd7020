import type { Addressee } from '@lianban/domain';
import type { FullDirectory, PostHolder } from '../routing/index.js';
import type { Told } from './due-store.port.js';

/** Posts within a unit, from the desk upwards: who stands in where one is vacant. */
const UPWARDS = ['clerk', 'section-head', 'deputy-head', 'department-head'] as const;

/** Posts of the county or city that no department holds. */
const STATE_POSTS: Readonly<Record<string, string>> = {
  'joint-meeting-office': 'joint-meeting',
  convenor: 'joint-meeting',
  'government-supervision': 'government-supervision',
};

export interface Lateness {
  readonly officeId: string;
  readonly assignee?: string;
  /** Office of the unit that leads the process. */
  readonly leadOfficeId?: string;
  readonly district: string;
}

/**
 * Who is told by a rung. A vacant post falls back to the next one up in the same unit, then to the joint-meeting
 * office, so that somebody real is told; each fallback is noted.
 */
export const tellAddressees = (
  tell: readonly Addressee[],
  late: Lateness,
  directory: FullDirectory,
): readonly Told[] =>
  oncePerPerson(
    tell.flatMap((addressee) => {
      const told = toldBy(addressee, late, directory);
      return told.length > 0 ? told : lastResort(late, directory, addressee.post);
    }),
  );

/** Somebody who holds the post and stands in for another one is told once, and as its holder. */
const oncePerPerson = (entries: readonly Told[]): readonly Told[] => {
  const found = new Map<string, Told>();
  for (const entry of entries) {
    const key = entry.userId ?? entry.officeId;
    const known = found.get(key);
    if (known === undefined || (known.fallback !== undefined && entry.fallback === undefined))
      found.set(key, entry);
  }
  return [...found.values()];
};

const toldBy = (addressee: Addressee, late: Lateness, directory: FullDirectory): readonly Told[] => {
  const statePost = STATE_POSTS[addressee.post];
  if (statePost !== undefined) {
    const place =
      addressee.of === 'city' ? (directory.parents.get(late.district) ?? late.district) : late.district;
    return inUnit(directory, statePost, place, addressee.post);
  }
  const own = addressee.of === 'lead-unit' ? (late.leadOfficeId ?? late.officeId) : late.officeId;
  if (addressee.post === 'assignee') {
    const holder = directory.holders.find(
      ({ userId, officeId }) => userId === late.assignee && officeId === own,
    );
    return holder ? [told(directory, holder, 'assignee')] : climb(directory, own, 'clerk');
  }
  const office = directory.offices.find(({ id }) => id === own);
  if (addressee.of === 'city' && office) {
    const parent = directory.parents.get(office.district);
    // A unit may have several desks: its head sits at one of them.
    const desks = directory.offices.filter(
      ({ department, district }) => department === office.department && district === parent,
    );
    return desks.map(({ id }) => climb(directory, id, addressee.post)).find((held) => held.length > 0) ?? [];
  }
  return climb(directory, own, addressee.post);
};

const climb = (directory: FullDirectory, officeId: string, post: string): readonly Told[] => {
  const from = Math.max(0, UPWARDS.indexOf(post as (typeof UPWARDS)[number]));
  for (const candidate of UPWARDS.slice(from)) {
    const holders = directory.holders.filter(
      (holder) => holder.officeId === officeId && holder.post === candidate,
    );
    if (holders.length > 0) {
      return holders.map((holder) =>
        told(directory, holder, post, candidate === post ? undefined : `vacant: ${post}`),
      );
    }
  }
  return [];
};

/** Whoever holds the post in the unit of a place; else whoever is in that unit; else the same one level up. */
const inUnit = (
  directory: FullDirectory,
  department: string,
  district: string,
  post: string,
): readonly Told[] => {
  for (let place: string | undefined = district; place !== undefined; place = directory.parents.get(place)) {
    const offices = new Set(
      directory.offices
        .filter((office) => office.department === department && office.district === place)
        .map(({ id }) => id),
    );
    const unit = directory.holders.filter(({ officeId }) => offices.has(officeId));
    const holders = unit.filter((holder) => holder.post === post);
    const reached = holders.length > 0 ? holders : unit;
    if (reached.length > 0) {
      const itself = place === district && holders.length > 0;
      return reached.map((holder) => told(directory, holder, post, itself ? undefined : `vacant: ${post}`));
    }
  }
  return [];
};

/** The officer of the joint-meeting office, not the convenor: what fell to them is a vacancy, not yet an escalation. */
const lastResort = (late: Lateness, directory: FullDirectory, post: string): readonly Told[] =>
  inUnit(directory, 'joint-meeting', late.district, 'joint-meeting-office').map((entry) => ({
    ...entry,
    post,
    fallback: `vacant: ${post}`,
  }));

const told = (directory: FullDirectory, holder: PostHolder, post: string, fallback?: string): Told => ({
  post,
  officeId: holder.officeId,
  office: directory.offices.find(({ id }) => id === holder.officeId)?.name ?? {
    zh: holder.officeId,
    en: holder.officeId,
  },
  userId: holder.userId,
  name: holder.name,
  ...(fallback === undefined ? {} : { fallback }),
});
