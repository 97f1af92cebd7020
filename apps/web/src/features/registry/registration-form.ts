import {
  isUscc,
  registerInstitutionRequest,
  registrationAuthorities,
  type OfficeView,
  type RegisterInstitutionRequest,
  type RegistrationAuthority,
} from '@lianban/contracts';

/** What the form holds: everything as it was typed; the day of registration as a browser's date field writes it. */
export type RegistrationFields = Readonly<
  Partial<Record<Exclude<keyof RegisterInstitutionRequest, 'registeredAt'>, string>>
> & { readonly registeredOn?: string };

type FieldName = keyof RegisterInstitutionRequest;

export interface FieldProblem {
  readonly field: FieldName;
  /** The last part of `registry.problem.…`. */
  readonly word: string;
  readonly count?: number;
}

/** II.11 of the policy: who registers what. For-profit, non-profit, public institution. */
export const typeOfAuthority: Readonly<
  Record<RegistrationAuthority, RegisterInstitutionRequest['registrationType']>
> = { 'market-regulation': 'enterprise', 'civil-affairs': 'ngo', 'staffing-office': 'public' };

/** Registration authorities among a person's offices, each with its districts. */
export function authoritiesOf(
  offices: readonly Pick<OfficeView, 'department' | 'district'>[],
): ReadonlyMap<RegistrationAuthority, readonly string[]> {
  const own = registrationAuthorities.map((authority) => {
    const districts = offices.filter(({ department }) => department === authority);
    return [authority, [...new Set(districts.map(({ district }) => district))]] as const;
  });
  return new Map(own.filter(([, districts]) => districts.length > 0));
}

/** The request, or every problem at once: the rules are those of the server's own schema. */
export function requestOf(
  fields: RegistrationFields,
): { readonly request: RegisterInstitutionRequest } | { readonly problems: readonly FieldProblem[] } {
  const { registeredOn, ...rest } = fields;
  const raw = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
  const parsed = registerInstitutionRequest.safeParse({
    ...raw,
    ...(registeredOn && { registeredAt: `${registeredOn}T08:30:00+08:00` }),
  });
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, code }) => {
        const field = path[0] as FieldName;
        const given = field === 'registeredAt' ? registeredOn : raw[field];
        if (given === undefined) return { field, word: 'required' };
        if (field === 'uscc') return { field, word: 'usccLength', count: given.trim().length };
        return { field, word: wordOf(code) };
      }),
    };
  }
  if (!isUscc(parsed.data.uscc)) return { problems: [{ field: 'uscc', word: 'usccCheck' }] };
  return { request: parsed.data };
}

const wordOf = (code: string): string =>
  ({ too_big: 'tooLong', invalid_format: 'characters' })[code] ?? 'other';

const serverWords = new Set([
  'REGISTRY.USCC_INVALID',
  'REGISTRY.ALREADY_REGISTERED',
  'REGISTRY.NOT_YOUR_AUTHORITY',
  'REGISTRY.NOT_YOUR_DISTRICT',
  'REGISTRY.TYPE_OF_OTHER_AUTHORITY',
  'REGISTRY.IN_THE_FUTURE',
]);

/** What the server refused, at its fields. */
export const problemsOfServer = (
  errors: readonly { readonly path?: string; readonly code?: string }[],
): readonly FieldProblem[] =>
  errors.flatMap(({ path, code = '' }) => {
    const [, field] = /^\/([a-zA-Z]+)$/.exec(path ?? '') ?? [];
    if (field === undefined) return [];
    return [
      { field: field as FieldName, word: serverWords.has(code) ? code.replace('.', '_') : wordOf(code) },
    ];
  });
