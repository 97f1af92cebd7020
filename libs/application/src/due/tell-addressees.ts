import { type LadderPost, LADDER_LINES, type Text2 } from '@lianban/contracts';
import type { Addressee } from '@lianban/domain';
import type { FullDirectory, PostHolder } from '../routing/index.js';

/** Who was told, by what, and through whom where the post was vacant. */
export interface Told {
  readonly post: string;
  readonly officeId: string;
  readonly office: Text2;
  readonly userId: string;
  readonly name: Text2;
  readonly by: readonly ('in-app' | 'push' | 'sms' | 'call')[];
  readonly fallback?: string;
}

/** Posts of the county or city that no department holds. */
const STATE_POSTS: Readonly<Partial<Record<LadderPost, string>>> = {
  'joint-meeting-office': 'joint-meeting',
  convenor: 'joint-meeting',
  'government-supervision': 'government-supervision',
  'government-duty': 'government-duty',
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
 * office, so that somebody real is told; for who is away their stand-in (代办) is told; each fallback is noted.
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
export const oncePerPerson = (entries: readonly Told[]): readonly Told[] => {
  const found = new Map<string, Told>();
  for (const entry of entries) {
    const known = found.get(entry.userId);
    if (known === undefined || (known.fallback !== undefined && entry.fallback === undefined))
      found.set(entry.userId, entry);
  }
  return [...found.values()];
};

const toldBy = (addressee: Addressee, late: Lateness, directory: FullDirectory): readonly Told[] => {
  const { post, of, department } = addressee;
  const place = of === 'city' ? (directory.parents.get(late.district) ?? late.district) : late.district;
  const statePost = STATE_POSTS[post];
  if (statePost !== undefined) return inUnit(directory, statePost, place, post);
  if (department !== undefined) return inDepartment(directory, department, place, post);
  const own = of === 'lead-unit' ? (late.leadOfficeId ?? late.officeId) : late.officeId;
  if (post === 'assignee') {
    const holder = directory.holders.find(
      ({ userId, officeId }) => userId === late.assignee && officeId === own,
    );
    return holder ? [told(directory, holder, 'assignee')] : climb(directory, [own], 'clerk', post);
  }
  const office = directory.offices.find(({ id }) => id === own);
  if (of !== 'city' || !office) return climb(directory, [own], post);
  // A unit led from above (垂直管理) takes no orders from a municipal bureau: the convenor speaks to it.
  if (directory.departments.get(office.department)?.verticallyLed === true)
    return inUnit(directory, 'joint-meeting', late.district, 'convenor').map((entry) => ({
      ...entry,
      post,
      fallback: `led from above: ${post}`,
    }));
  return inDepartment(directory, office.department, place, post);
};

/** A unit may have several desks: its head sits at one of them. */
const inDepartment = (
  directory: FullDirectory,
  department: string,
  district: string,
  post: LadderPost,
): readonly Told[] => {
  const desks = directory.offices.filter(
    (office) => office.department === department && office.district === district,
  );
  return climb(
    directory,
    desks.map(({ id }) => id),
    post,
  );
};

/** `as`: the post in whose stead the desk is told. */
const climb = (
  directory: FullDirectory,
  officeIds: readonly string[],
  post: LadderPost,
  as: LadderPost = post,
): readonly Told[] => {
  for (const candidate of LADDER_LINES[post]) {
    const holders = directory.holders.filter(
      (holder) => officeIds.includes(holder.officeId) && holder.post === candidate,
    );
    if (holders.length > 0) {
      return oncePerPerson(
        holders.map((holder) =>
          told(directory, holder, post, candidate === post ? undefined : `vacant: ${as}`),
        ),
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
  userId: holder.standIn?.userId ?? holder.userId,
  name: holder.standIn?.name ?? holder.name,
  by: ['in-app'],
  ...(fallback === undefined && holder.standIn === undefined
    ? {}
    : { fallback: [fallback, holder.standIn && `away: ${holder.name.zh}`].filter(Boolean).join('; ') }),
});
