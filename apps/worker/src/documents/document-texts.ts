import type { IssuedDocument } from '@lianban/application';

/** Names of the materials of a filing, as the notice lists them (备案办法 art. 8). */
const MATERIALS: Readonly<Record<string, string>> = {
  'filing-form': '备案书',
  commitment: '备案承诺书',
  licence: '营业执照或登记证书',
  site: '场地证明',
  'staff-qualification': '工作人员专业资格证明',
  'staff-health': '工作人员健康合格证明',
  'hygiene-evaluation': '卫生评价报告',
  'fire-document': '消防安全证明',
  'food-licence': '食品经营许可证',
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const receipt = ({ data }: IssuedDocument): readonly string[] => {
  const places = recordOf(data['filing'])['places'];
  return [
    `你单位报送的托育机构备案材料（办件编号 ${textOf(data['caseNo'])}）已收悉，材料齐全，现出具备案回执。`,
    ...(typeof places === 'number' ? [`备案托位数：${places} 个。`] : []),
    '备案不是行政许可。卫生健康部门将会同有关部门开展现场核实，请予以配合。',
  ];
};

const supplement = ({ data }: IssuedDocument): readonly string[] => {
  const missing = Array.isArray(data['missing'])
    ? data['missing'].map((item) => MATERIALS[String(item)] ?? String(item))
    : [];
  return [
    `你单位报送的备案材料（办件编号 ${textOf(data['caseNo'])}）尚不齐全，现一次性告知须补正的全部材料：`,
    ...missing.map((item, index) => `${index + 1}. ${item}`),
    '请自本告知书送达之日起30个工作日内补正；逾期未补正的，本次备案申请失效。补正所需时间不计入办理时限。',
  ];
};

const nonconformity = ({ data }: IssuedDocument): readonly string[] => {
  const form = recordOf(recordOf(data['conclusion'])['form']);
  return [
    `经现场核实（办件编号 ${textOf(data['caseNo'])}），你单位不符合备案标准，现将理由通知如下：`,
    `不符合的条款：${textOf(form['clause'])}。`,
    `核实的事实：${textOf(form['finding'])}。`,
    '请按要求整改。对本通知有异议的，可以向本机关陈述、申辩。',
  ];
};

const TEXTS: Readonly<Record<string, (document: IssuedDocument) => readonly string[]>> = {
  'filing-receipt': receipt,
  'supplement-notice': supplement,
  'nonconformity-notice': nonconformity,
};

/** The words of a document, paragraph by paragraph, in the full-width punctuation of official papers (GB/T 15834). */
export const paragraphsOf = (document: IssuedDocument): readonly string[] =>
  TEXTS[document.kind]?.(document) ?? [];
