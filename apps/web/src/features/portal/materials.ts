/** What an institution files with its form (托育机构登记和备案办法 第8条); the codes are those of the examiner's checklist. */
const materialKinds = [
  'filing-form',
  'commitment',
  'licence',
  'site',
  'staff-qualification',
  'staff-health',
  'hygiene-evaluation',
  'fire-document',
  'food-licence',
] as const;

export interface Material {
  readonly kind: string;
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

export interface AskedMaterial {
  readonly kind: string;
  readonly isRequired: boolean;
}

/** All of article 8; the food licence (食品经营许可证) only where meals are provided. */
export const materialsOfFiling = (mealsProvided: boolean): readonly AskedMaterial[] =>
  materialKinds.map((kind) => ({ kind, isRequired: kind !== 'food-licence' || mealsProvided }));

export const stillMissing = (
  asked: readonly AskedMaterial[],
  given: readonly Material[],
): readonly string[] =>
  asked
    .filter(({ kind, isRequired }) => isRequired && !given.some((material) => material.kind === kind))
    .map(({ kind }) => kind);

/** Uploads as a draft or a filing keeps them; what cannot be one is left out. */
export function materialsIn(form: Readonly<Record<string, unknown>>): readonly Material[] {
  const { materials } = form;
  if (!Array.isArray(materials)) return [];
  return materials.filter(isMaterial).map(({ kind, fileId, name, size }) => ({ kind, fileId, name, size }));
}

const isMaterial = (value: unknown): value is Material => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, fileId, name, size } = value as Partial<Record<keyof Material, unknown>>;
  return (
    typeof kind === 'string' &&
    typeof fileId === 'string' &&
    typeof name === 'string' &&
    typeof size === 'number'
  );
};

const mostBytes = 10 * 1024 * 1024;

export type FileRefusal = 'empty' | 'tooLarge' | 'wrongType';

/** Said before anything is sent; the server judges again by the first bytes. */
export function refusalOf(file: { readonly name: string; readonly size: number }): FileRefusal | undefined {
  if (!/\.(pdf|png|jpe?g)$/i.test(file.name)) return 'wrongType';
  if (file.size === 0) return 'empty';
  return file.size > mostBytes ? 'tooLarge' : undefined;
}

/** `940 KB`, `1.2 MB`; the units are the same in both languages. */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
