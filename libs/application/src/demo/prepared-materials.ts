/** The materials of an online filing (rules for filing, article 8), as an institution would upload them. */
export const preparedMaterials = [
  { kind: 'filing-form', name: '备案书' },
  { kind: 'commitment', name: '备案承诺书' },
  { kind: 'licence', name: '登记证书' },
  { kind: 'site', name: '场地证明' },
  { kind: 'staff-qualification', name: '工作人员资格证明' },
  { kind: 'staff-health', name: '工作人员健康证明' },
  { kind: 'hygiene-evaluation', name: '卫生评价报告' },
  { kind: 'fire-document', name: '消防证明' },
  { kind: 'food-licence', name: '食品经营许可证' },
] as const;

export const preparedForm = {
  places: 40,
  infantClasses: 0,
  toddlerClasses: 1,
  nurseryClasses: 1,
  mealsProvided: true,
  newBuildingOrChangeOfUse: true,
  contactName: '示例联系人',
  contactPhone: '0580-0000000',
  commitment: true,
};

/** One empty page that is a real PDF; the name makes each scan's digest its own. */
export function preparedScan(name: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = `%PDF-1.4\n% ${Buffer.from(name).toString('hex')}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
