import type { PackDepartment, PackDistrict, PolicyPack, Text2 } from './policy-pack.js';

export interface SeededOffice {
  readonly id: string;
  readonly department: string;
  readonly district: string;
  readonly function: string;
  readonly name: Text2;
}

const filing = { code: 'application-filing', name: { zh: '申办备案', en: 'filing' } };
const daily = { code: 'daily-supervision', name: { zh: '日常监管', en: 'daily supervision' } };

/** Departments that take part in the processes of the pack, at every level. */
const everywhere = [
  'health',
  'education',
  'human-resources',
  'civil-affairs',
  'market-regulation',
  'staffing-office',
  'natural-resources-planning',
  'housing-construction',
  'fire',
  'public-security',
  'mch',
  'health-supervision',
  'joint-meeting',
];
const countyOnly = ['township'];
const cityOnly = ['government-supervision', 'municipal-government-office'];
/** Offices for two functions: where filing and daily supervision lie on different desks. */
const twoDesks = ['health', 'education'];

export const officeId = (district: string, department: string, fn: string): string =>
  `${district}.${department}.${fn}`;

/** Department × district × function. */
export function officesOf(pack: PolicyPack): SeededOffice[] {
  const departments = new Map(pack.departments.map((department) => [department.code, department]));
  return pack.districts.flatMap((district) => {
    const codes = [...everywhere, ...(district.level === 'city' ? cityOnly : countyOnly)];
    return codes.flatMap((code) => {
      const department = departments.get(code);
      if (department === undefined) throw new Error(`the pack knows no department ${code}`);
      return officesOfDepartment(department, district);
    });
  });
}

function officesOfDepartment(department: PackDepartment, district: PackDistrict): SeededOffice[] {
  const functions = twoDesks.includes(department.code) ? [filing, daily] : [daily];
  return functions.map((fn) => ({
    id: officeId(district.slug, department.code, fn.code),
    department: department.code,
    district: district.code,
    function: fn.code,
    name: {
      zh: `${district.name.zh}${department.name.zh}${functions.length > 1 ? `（${fn.name.zh}）` : ''}`,
      en: `${department.name.en}, ${shortName(district)}${functions.length > 1 ? ` (${fn.name.en})` : ''}`,
    },
  }));
}

/** "Dinghai District" → "Dinghai": in a list the kind of district is known. */
export const shortName = (district: PackDistrict): string =>
  district.name.en.split(/[ (]/)[0] ?? district.name.en;
