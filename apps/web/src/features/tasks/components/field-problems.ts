import type { Problem } from '@lianban/contracts';

type Place = NonNullable<Problem['errors']>[number];

/** Where a refusal belongs: at a field of the form, or above it. */
export interface FieldProblems {
  /** By key of the field. */
  readonly fields: Readonly<Record<string, Place>>;
  /** What no field of this form answers for. */
  readonly elsewhere: readonly Place[];
}

/** Paths are `form.<key>`; the opinion may come outside the form, whether the form asks for it or we do. */
export function placeProblems(places: readonly Place[], keys: ReadonlySet<string>): FieldProblems {
  const fields: Record<string, Place> = {};
  const elsewhere: Place[] = [];
  for (const place of places) {
    const [, key] = /^(?:form\.)?([^.[\]]+)/.exec(place.path ?? '') ?? [];
    if (key !== undefined && keys.has(key)) fields[key] ??= place;
    else elsewhere.push(place);
  }
  return { fields, elsewhere };
}
