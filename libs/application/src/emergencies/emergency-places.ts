import type { EmergencyPlace } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { denied, invalid } from '@lianban/kernel';
import type { FullDirectory } from '../routing/index.js';

type Places = Pick<FullDirectory, 'districts' | 'parents' | 'offices'>;

/** Administrators name any district; a joint-meeting office (联席会议办公室) its own, with what lies in it. */
export const placesToName = (
  actor: Actor,
  { districts, parents, offices }: Places,
): readonly EmergencyPlace[] => {
  const own = new Set(
    offices.flatMap(({ id, district }) => (actor.officeIds.includes(id) ? [district] : [])),
  );
  const isOwn = (code: string): boolean => chain(code, parents).some((place) => own.has(place));
  const all = [...districts].map(([code, name]) => ({ code, name }));
  if (actor.roles.includes('admin')) return all;
  return actor.roles.includes('supervisor') ? all.filter(({ code }) => isOwn(code)) : [];
};

export const mustEnterFor = (actor: Actor, codes: readonly string[], places: Places): void => {
  const unknown = codes.filter((code) => !places.districts.has(code));
  if (unknown.length > 0)
    throw invalid('EMERGENCIES.UNKNOWN_PLACE', 'There is no such district.', { details: { unknown } });
  const may = new Set(placesToName(actor, places).map(({ code }) => code));
  const others = codes.filter((code) => !may.has(code));
  if (others.length > 0)
    throw denied('EMERGENCIES.NOT_YOURS', 'Your post does not allow this for these districts.', {
      details: { districts: others },
    });
};

/** These districts and all that lie in them. */
export const withinPlaces = (codes: readonly string[], { districts, parents }: Places): readonly string[] =>
  [...districts.keys()].filter((code) => chain(code, parents).some((place) => codes.includes(place)));

export const namedPlaces = (
  codes: readonly string[],
  { districts }: Pick<Places, 'districts'>,
): readonly EmergencyPlace[] =>
  codes.map((code) => ({ code, name: districts.get(code) ?? { zh: code, en: code } }));

const chain = (code: string, parents: ReadonlyMap<string, string>): readonly string[] => {
  const places: string[] = [];
  for (let place: string | undefined = code; place !== undefined; place = parents.get(place))
    places.push(place);
  return places;
};
