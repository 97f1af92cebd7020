import { randomInt } from 'node:crypto';
import { usccCheckSign } from '@lianban/domain';

const first = ['海', '晨', '贝', '星', '岛', '潮', '沐', '禾', '云', '帆'];
const second = ['之星', '贝贝', '宝贝', '苗苗', '乐园', '小屋', '童年', '阳光', '朵朵', '启蒙'];
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

export interface InventedInstitution {
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative: string;
  readonly address: string;
  readonly certificateNo: string;
}

/** A company that doesn't exist, with a credit code whose check sign is right. */
export function inventInstitution(
  districtCode: string,
  districtName: string,
  first2: string,
): InventedInstitution {
  const code = /^\d{6}$/.test(districtCode) ? districtCode : '330900';
  const organisation = Array.from({ length: 9 }, () => signs.charAt(randomInt(signs.length))).join('');
  const start = `${first2}${code}${organisation}`;
  const number = randomInt(1, 300);
  return {
    name: `${districtName}${pick(first)}${pick(second)}托育园${randomInt(100, 1000)}`,
    uscc: `${start}${usccCheckSign(start) ?? '0'}`,
    legalRepresentative: `示例${pick(['甲', '乙', '丙', '丁', '戊'])}`,
    address: `${districtName}示例路${number}号`,
    certificateNo: `示例-${randomInt(10_000, 100_000)}`,
  };
}
