import { shortName, officeId } from './offices.js';
import type { PolicyPack, Text2 } from './policy-pack.js';

export interface SeededPerson {
  readonly username: string;
  readonly name: Text2;
  readonly roles: readonly string[];
  readonly posts: readonly { readonly officeId: string; readonly post: string }[];
}

/** Departments with a desk in the lanes of the pack's processes. */
const lanes: readonly { readonly code: string; readonly zh: string; readonly en: string }[] = [
  { code: 'health', zh: '卫健', en: 'health' },
  { code: 'fire', zh: '消防', en: 'fire' },
  { code: 'housing-construction', zh: '住建', en: 'housing' },
  { code: 'market-regulation', zh: '市场监管', en: 'market regulation' },
  { code: 'public-security', zh: '公安', en: 'public security' },
  { code: 'education', zh: '教育', en: 'education' },
  { code: 'natural-resources-planning', zh: '资规', en: 'natural resources' },
  { code: 'mch', zh: '妇幼保健', en: 'maternal and child health' },
  { code: 'health-supervision', zh: '卫生监督', en: 'health supervision' },
  { code: 'township', zh: '乡镇街道', en: 'township' },
  { code: 'human-resources', zh: '人社', en: 'human resources' },
  { code: 'civil-affairs', zh: '民政', en: 'civil affairs' },
  { code: 'staffing-office', zh: '编办', en: 'staffing office' },
];
const registrars = ['market-regulation', 'civil-affairs', 'staffing-office'];
const twoDesks = ['health', 'education'];

interface Place {
  readonly slug: string;
  readonly zh: string;
  readonly en: string;
}

const desksOf = (place: Place, department: string): string[] =>
  (twoDesks.includes(department) ? ['application-filing', 'daily-supervision'] : ['daily-supervision']).map(
    (fn) => officeId(place.slug, department, fn),
  );

function person(
  place: Place,
  lane: (typeof lanes)[number],
  rank: { zh: string; en: string; post: string; suffix: string },
): SeededPerson {
  return {
    username: `${lane.code}.${place.slug}${rank.suffix}`,
    name: { zh: `${rank.zh}（${lane.zh}·${place.zh}）`, en: `${rank.en}, ${lane.en}, ${place.en}` },
    roles: rank.post === 'registrar' ? ['registrar', 'clerk'] : ['clerk'],
    posts: desksOf(place, lane.code).map((office) => ({ officeId: office, post: rank.post })),
  };
}

const clerk = { zh: '经办人甲', en: 'Clerk A', post: 'clerk', suffix: '' };
const secondClerk = { zh: '经办人乙', en: 'Clerk B', post: 'clerk', suffix: '.b' };
const registrar = { zh: '登记员甲', en: 'Registrar A', post: 'registrar', suffix: '.registrar' };
const head = { zh: '科室负责人', en: 'Section head', post: 'section-head', suffix: '.head' };
const deputy = { zh: '分管领导', en: 'Deputy head', post: 'deputy-head', suffix: '.deputy' };
const chief = { zh: '主要负责人', en: 'Department head', post: 'department-head', suffix: '.chief' };

/** Invented people for a demo: every desk of Dinghai in full, one clerk on each desk elsewhere. */
export function demoPeople(pack: PolicyPack): SeededPerson[] {
  const places = pack.districts
    .filter(({ level }) => level === 'county')
    .map((district) => ({ slug: district.slug, zh: district.name.zh.slice(0, 2), en: shortName(district) }));
  const desks = places.flatMap((place) =>
    lanes.flatMap((lane) => {
      const ranks = place.slug === 'dinghai' ? [clerk, secondClerk, head, deputy, chief] : [clerk];
      const all = registrars.includes(lane.code) ? [...ranks, registrar] : ranks;
      return all.map((rank) => person(place, lane, rank));
    }),
  );
  return [...desks, ...places.flatMap(coordinators), ...cityPeople(), administrator()];
}

function coordinators(place: Place): SeededPerson[] {
  const office = officeId(place.slug, 'joint-meeting', 'daily-supervision');
  return [
    {
      username: `supervisor.${place.slug}`,
      name: { zh: `联席办专员（${place.zh}）`, en: `Joint-meeting officer, ${place.en}` },
      roles: ['supervisor'],
      posts: [{ officeId: office, post: 'joint-meeting-office' }],
    },
    {
      username: `convenor.${place.slug}`,
      name: { zh: `召集人（${place.zh}）`, en: `Convenor, ${place.en}` },
      roles: ['supervisor'],
      posts: [{ officeId: office, post: 'convenor' }],
    },
  ];
}

function cityPeople(): SeededPerson[] {
  const joint = officeId('zhoushan', 'joint-meeting', 'daily-supervision');
  const city = (username: string, zh: string, en: string, office: string, post: string): SeededPerson => ({
    username,
    name: { zh: `${zh}（舟山市）`, en: `${en}, Zhoushan` },
    roles: ['supervisor'],
    posts: [{ officeId: office, post }],
  });
  return [
    city('supervisor.zhoushan', '联席办专员', 'Joint-meeting officer', joint, 'joint-meeting-office'),
    city('convenor.zhoushan', '召集人', 'Convenor', joint, 'convenor'),
    city(
      'supervision.zhoushan',
      '政府督查专员',
      'Government supervision officer',
      officeId('zhoushan', 'government-supervision', 'daily-supervision'),
      'government-supervision',
    ),
    city(
      'health.zhoushan.chief',
      '卫健委主要负责人',
      'Head of the health commission',
      officeId('zhoushan', 'health', 'daily-supervision'),
      'department-head',
    ),
  ];
}

const administrator = (): SeededPerson => ({
  username: 'admin',
  name: { zh: '系统管理员', en: 'Administrator' },
  roles: ['admin', 'supervisor'],
  posts: [],
});
