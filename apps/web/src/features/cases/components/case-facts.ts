type Data = Readonly<Record<string, unknown>>;

const asRecord = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

/** In the order people ask for them. Where registration and filing both tell one, the filing is newer. */
const names = [
  'institutionName',
  'uscc',
  'address',
  'legalRepresentative',
  'registrationAuthority',
  'registeredAt',
  'submittedAt',
  'places',
  'mealsProvided',
  'newBuildingOrChangeOfUse',
] as const;

type FactName = (typeof names)[number];

export interface Fact {
  readonly name: FactName;
  readonly value: string | number | boolean;
}

const eventOf = (data: Data): Data => {
  const start = Object.keys(data).find((key) => key.startsWith('start_'));
  return asRecord(asRecord(asRecord(data[start ?? '']).event).data);
};

/** What the institution and its registrar told about it, out of the data of a case. */
export function factsOf(data: Data): readonly Fact[] {
  const filing = asRecord(data['filing']);
  const registered = eventOf(data);
  const known: Data = {
    ...registered,
    ...data,
    ...filing,
    institutionName: data['institutionName'] ?? filing['nameZh'] ?? registered['nameZh'],
  };
  return names.flatMap((name) => {
    const value = known[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [{ name, value }]
      : [];
  });
}

export interface Material {
  readonly kind: string;
  readonly fileRef: string;
}

/** The files of the filing; a supplement's file of the same kind came later and stands for it. */
export function materialsOf(data: Data): readonly Material[] {
  const lists = [asRecord(data['filing'])['materials'], asRecord(data['supplement'])['materials']];
  const found = new Map<string, Material>();
  for (const item of lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []))) {
    const { kind, fileRef } = asRecord(item);
    if (typeof kind === 'string' && typeof fileRef === 'string') found.set(kind, { kind, fileRef });
  }
  return [...found.values()];
}
