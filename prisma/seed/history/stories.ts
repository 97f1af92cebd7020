import { inventInstitution, type InventedInstitution } from '@lianban/application';
import type { RegistrationAuthority } from '@lianban/contracts';
import type { PackDistrict, PolicyPack } from '../policy-pack.js';
import { Random } from './random.js';

/** What fate has in store for one invented institution. What its offices do with it, they decide themselves. */
export interface Story {
  readonly random: Random;
  readonly institution: InventedInstitution;
  readonly district: PackDistrict;
  readonly authority: RegistrationAuthority;
  /** How the registration reaches us; a kindergarten is approved by education instead. */
  readonly by: 'form' | 'event' | 'approval';
  /** Working days before today. */
  readonly age: number;
  /** Education has not agreed to the nursery class yet: a registration without a case. */
  readonly awaitsApproval: boolean;
  /** The health commission's system sends the registration back once. */
  readonly pushRefused: boolean;
  readonly scope: 'filing-needed' | 'home-based-point' | 'out-of-scope';
  /** Working days from registration to filing; never where absent. */
  readonly filesAfter: number | undefined;
  /** Filed in the end, so many working days after the township came by. */
  readonly filesAfterVisit: number | undefined;
  readonly missing: readonly string[];
  /** Working days until the supplement comes; it never comes where absent. */
  readonly supplementsAfter: number | undefined;
  readonly visit: 'conforming' | 'non-conforming' | 'imminent-danger';
  readonly ban: 'none' | 'cleared' | 'refused';
}

/** The eldest of them registered so many working days ago. */
export const OLDEST = 66;

/** 终身禁入名单 of the demo: founders who share a name with these are held until health has decided. */
export const bannedNames = ['示例壬申', '示例癸酉'] as const;

const weights: Readonly<Record<string, number>> = {
  dinghai: 42,
  putuo: 22,
  daishan: 12,
  shengsi: 8,
  xincheng: 10,
  puzhu: 6,
  jintang: 5,
  liuheng: 4,
  'marine-industry': 3,
};
const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
const branches = ['子', '丑', '寅', '卯', '辰', '巳', '午', '未'];
const brands = [
  '海之星',
  '小岛',
  '贝贝',
  '沐阳',
  '禾苗',
  '云帆',
  '潮声',
  '晨露',
  '星屿',
  '蓝鲸',
  '灯塔',
  '桃花岛',
];
const kinds = ['托育园', '托育中心', '婴幼儿照护中心', '托育服务有限公司'];
const missable = ['fire-document', 'staff-health', 'hygiene-evaluation', 'site', 'staff-qualification'];

export function inventStories(pack: PolicyPack, count: number): Story[] {
  const districts = pack.districts.filter(({ level }) => level === 'county');
  const lots = districts.flatMap((district) =>
    Array.from({ length: weights[district.slug] ?? 3 }, () => district),
  );
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(index * 7919 + 20_260_302);
    // Many are young, few are old. Every district has its share, whatever the dice say.
    const age = Math.round(OLDEST * (1 - (spread(index, count) + 0.5) / count) ** 2.3);
    const first = districts[index];
    if (first !== undefined) return storyOf(index, first, Math.max(age, 15), random);
    return storyOf(index, random.pick(lots), age, random);
  });
}

/** Ages must not follow the order of invention: the golden step scatters them evenly. */
const spread = (index: number, count: number): number => Math.floor(((index * 0.618_033_988_75) % 1) * count);

function storyOf(index: number, district: PackDistrict, age: number, random: Random): Story {
  const { authority, by } = originOf(index, random);
  const ban = index % 47 === 5 ? (index % 2 === 0 ? 'cleared' : 'refused') : 'none';
  const supplement = random.chance(0.27);
  const fate = random.next();
  return {
    random,
    institution: institutionOf(district, authority, by, ban, random),
    district,
    authority,
    by,
    age,
    awaitsApproval: by === 'approval' && age <= 14 && random.chance(0.4),
    pushRefused: index % 67 === 31,
    scope: fate < 0.05 ? 'home-based-point' : fate < 0.08 ? 'out-of-scope' : 'filing-needed',
    filesAfter: filingDelay(random),
    filesAfterVisit: random.chance(0.6) ? random.between(2, 8) : undefined,
    missing: supplement ? missingItems(random) : [],
    supplementsAfter: random.chance(0.82) ? random.between(1.5, 11) : undefined,
    visit: index % 53 === 17 ? 'imminent-danger' : random.chance(0.12) ? 'non-conforming' : 'conforming',
    ban,
  };
}

function originOf(index: number, random: Random): Pick<Story, 'authority' | 'by'> {
  if (index % 11 === 4) return { authority: 'staffing-office', by: 'approval' };
  const lot = random.next();
  if (lot < 0.16) return { authority: 'civil-affairs', by: 'form' };
  if (lot < 0.22) return { authority: 'staffing-office', by: 'form' };
  return { authority: 'market-regulation', by: lot < 0.55 ? 'event' : 'form' };
}

/** Most file within two weeks of working days, some when reminded, a few never. */
function filingDelay(random: Random): number | undefined {
  const lot = random.next();
  if (lot < 0.08) return random.between(0.3, 1.5);
  if (lot < 0.72) return random.between(2.5, 10);
  if (lot < 0.86) return random.between(10.5, 24);
  return undefined;
}

function missingItems(random: Random): string[] {
  const first = random.pick(missable);
  return random.chance(0.4) ? [...new Set([first, random.pick(missable)])] : [first];
}

const first2 = { 'market-regulation': '91', 'civil-affairs': '52', 'staffing-office': '12' } as const;

function institutionOf(
  district: PackDistrict,
  authority: RegistrationAuthority,
  by: Story['by'],
  ban: Story['ban'],
  random: Random,
): InventedInstitution {
  const place = district.name.zh.replace(/[（(].*$/, '').replace(/管委会$/, '');
  const invented = inventInstitution(district.code, place, first2[authority], random.below);
  const brand = random.pick(brands);
  const name = by === 'approval' ? `${place}${brand}幼儿园（托班）` : `${place}${brand}${random.pick(kinds)}`;
  return {
    ...invented,
    name: `示例·${name}`,
    legalRepresentative:
      ban === 'none' ? `示例${random.pick(stems)}${random.pick(branches)}` : random.pick(bannedNames),
  };
}
