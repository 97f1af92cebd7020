/** The materials of an online filing (备案办法 art. 8), by the kind the portal's form asks for. */
export const allMaterials = [
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

export const filingForm = {
  places: 40,
  infantClasses: 0,
  toddlerClasses: 2,
  nurseryClasses: 0,
  mealsProvided: true,
  newBuildingOrChangeOfUse: false,
  contactName: '示例联系人',
  contactPhone: '0580-0000000',
  commitment: true,
};

/** On-site checks are made by two certified officers or more (行政许可法 art. 34). */
export const twoOfficers = (unit: string): Readonly<Record<string, string>> => ({
  officer1Name: `${unit} 示例甲`,
  officer1Certificate: `ZJ-${unit}-001`,
  officer2Name: `${unit} 示例乙`,
  officer2Certificate: `ZJ-${unit}-002`,
});

/** One empty page as a real PDF; the mark makes each scan's digest its own. */
export function pages(mark: string): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = `%PDF-1.4\n% ${mark}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
