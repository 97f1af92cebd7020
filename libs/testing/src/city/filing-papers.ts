/** The materials of an online filing (备案办法 art. 8). */
export const materialKinds = [
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

/** The filing form of an institution of which no condition of a lane holds. */
export const filingForm = {
  places: 40,
  infantClasses: 0,
  toddlerClasses: 1,
  nurseryClasses: 1,
  mealsProvided: true,
  newBuildingOrChangeOfUse: false,
  contactName: '测试联系人',
  contactPhone: '0580-0000000',
  commitment: true,
};

/** Bytes that pass for a PDF, its own for each name. */
export const scan = (name: string): Buffer => Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`);

/** Two certified officers of a unit, as an inspection record names them. */
export const twoOfficers = (unit: string): Readonly<Record<string, string>> => ({
  officer1Name: '检查员甲',
  officer1Certificate: `${unit}-001`,
  officer2Name: '检查员乙',
  officer2Certificate: `${unit}-002`,
});
