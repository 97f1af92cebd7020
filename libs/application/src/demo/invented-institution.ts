import { randomInt } from 'node:crypto';
import { usccCheckSign } from '@lianban/contracts';

const first = ['海', '晨', '贝', '星', '岛', '潮', '沐', '禾', '云', '帆'];
const second = ['之星', '贝贝', '宝贝', '苗苗', '乐园', '小屋', '童年', '阳光', '朵朵', '启蒙'];
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export interface InventedInstitution {
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative: string;
  readonly address: string;
  readonly certificateNo: string;
}

/** A whole number from 0 up to, but not including, `limit`. */
export type Dice = (limit: number) => number;

/** A company that doesn't exist, with a credit code whose check sign is right. The same dice invent the same one. */
export function inventInstitution(
  districtCode: string,
  districtName: string,
  first2: string,
  dice: Dice = (limit) => randomInt(limit),
): InventedInstitution {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const code = /^\d{6}$/.test(districtCode) ? districtCode : '330900';
  const organisation = Array.from({ length: 9 }, () => signs.charAt(dice(signs.length))).join('');
  const start = `${first2}${code}${organisation}`;
  const number = 1 + dice(299);
  return {
    name: `${districtName}${pick(first)}${pick(second)}托育园${100 + dice(900)}`,
    uscc: `${start}${usccCheckSign(start) ?? '0'}`,
    legalRepresentative: `示例${pick(['甲', '乙', '丙', '丁', '戊'])}`,
    address: `${districtName}示例路${number}号`,
    certificateNo: `示例-${10_000 + dice(90_000)}`,
  };
}
