import { type TemplateValues, chineseInstant } from '@lianban/domain';
import type { IssuedDocument } from './document-store.port.js';

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

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const instantOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? chineseInstant(value) : undefined;

/** What the case says that a document of it may say. */
export const valuesOfDocument = ({
  data,
  institution,
}: Pick<IssuedDocument, 'data' | 'institution'>): TemplateValues => {
  const { places } = recordOf(data['filing']);
  const form = recordOf(recordOf(data['conclusion'])['form']);
  const missing = Array.isArray(data['missing']) ? data['missing'] : [];
  return {
    institution,
    caseNo: textOf(data['caseNo']),
    missing: missing.map((item) => MATERIALS[String(item)] ?? String(item)),
    places: typeof places === 'number' ? String(places) : undefined,
    clause: textOf(form['clause']),
    finding: textOf(form['finding']),
    reason: textOf(data['reason']),
    dueBefore: instantOf(data['dueBefore']),
    dueAfter: instantOf(data['dueAfter']),
  };
};
