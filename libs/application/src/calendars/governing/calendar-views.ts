import type { LayerName } from '@lianban/calendar';
import type { CalendarPlace, CalendarVersionRow, CalendarVersionView, Text2 } from '@lianban/contracts';
import { type Actor } from '@lianban/domain';
import { denied } from '@lianban/kernel';
import type { FullDirectory } from '../../routing/index.js';
import type { CalendarVersion } from './calendar-version.js';

export const mustGovern = (actor: Actor): void => {
  if (!actor.roles.includes('admin'))
    throw denied('CALENDARS.ADMIN_ONLY', 'Only an administrator may change calendars.');
};

/** Everything a calendar can be of: the nation, the districts, the offices. */
export const placesOf = ({ districts, parents, offices }: FullDirectory): readonly CalendarPlace[] => [
  { layer: 'national', code: 'CN', name: { zh: '全国', en: 'Nation' } },
  ...[...districts].map(([code, name]) => {
    const layer: LayerName = parents.has(code) ? 'county' : 'city';
    return { layer, code, name };
  }),
  ...offices.map(({ id, name }) => ({ layer: 'office' as const, code: id, name })),
];

export const nameOfPlace = (
  { layer, code }: { readonly layer: LayerName; readonly code: string },
  places: readonly CalendarPlace[],
): Text2 =>
  places.find((place) => place.layer === layer && place.code === code)?.name ?? { zh: code, en: code };

export const versionRow = ({ body, ...version }: CalendarVersion): CalendarVersionRow => ({
  ...version,
  years: Object.keys(body.years).toSorted(),
});

export const versionView = (
  version: CalendarVersion,
  places: readonly CalendarPlace[],
): CalendarVersionView => ({
  ...versionRow(version),
  name: nameOfPlace(version, places),
  ...(version.body.officeHours === undefined ? {} : { officeHours: version.body.officeHours }),
  days: version.body.years,
});
