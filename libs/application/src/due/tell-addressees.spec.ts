import type { Addressee } from '@lianban/domain';
import type { FullDirectory, PostHolder } from '../routing/index.js';
import { tellAddressees } from './tell-addressees.js';

const office = (district: string, department: string, duty: string) => ({
  id: `${district}.${department}.${duty}`,
  department,
  district,
  function: duty,
  name: { zh: department, en: department },
});
const holder = (username: string, officeId: string, post: string) => ({
  userId: username,
  officeId,
  post,
  name: { zh: username, en: username },
});

const offices = [
  office('county', 'health', 'filing'),
  office('county', 'joint-meeting', 'daily'),
  office('city', 'health', 'filing'),
  office('city', 'health', 'daily'),
  office('city', 'joint-meeting', 'daily'),
];
const full = [
  holder('clerk', 'county.health.filing', 'clerk'),
  holder('colleague', 'county.health.filing', 'clerk'),
  holder('head', 'county.health.filing', 'section-head'),
  holder('chief', 'county.health.filing', 'department-head'),
  holder('officer', 'county.joint-meeting.daily', 'joint-meeting-office'),
  holder('convenor', 'county.joint-meeting.daily', 'convenor'),
  holder('city-chief', 'city.health.daily', 'department-head'),
  holder('city-officer', 'city.joint-meeting.daily', 'joint-meeting-office'),
];

const tell = (
  to: readonly Addressee[],
  holders: readonly PostHolder[],
  late: { readonly assignee?: string } = {},
): readonly string[] => {
  const directory: FullDirectory = {
    offices,
    overrides: [],
    holders,
    signs: new Map(),
    departments: new Map(),
    districts: new Map(),
    parents: new Map([['county', 'city']]),
  };
  return tellAddressees(to, { officeId: 'county.health.filing', district: 'county', ...late }, directory).map(
    ({ userId, fallback }) => `${userId}${fallback === undefined ? '' : ` (${fallback})`}`,
  );
};
const without = (...usernames: readonly string[]) => full.filter(({ userId }) => !usernames.includes(userId));

describe('whom a rung tells', () => {
  it('is the assignee, or the desk where nobody has claimed', () => {
    const assignee: Addressee = { post: 'assignee', of: 'own-unit' };
    expect(tell([assignee], full, { assignee: 'colleague' })).toEqual(['colleague']);
    expect(tell([assignee], full)).toEqual(['clerk', 'colleague']);
  });

  it('is the convenor alone, not everybody of the joint-meeting office', () => {
    expect(tell([{ post: 'convenor', of: 'county' }], full)).toEqual(['convenor']);
  });

  it('is the head of the municipal counterpart, at whichever desk the head sits', () => {
    expect(tell([{ post: 'department-head', of: 'city' }], full)).toEqual(['city-chief']);
  });

  it('climbs within the unit where a post is vacant', () => {
    expect(tell([{ post: 'section-head', of: 'own-unit' }], without('head'))).toEqual([
      'chief (vacant: section-head)',
    ]);
  });

  it('stays in the unit of the place before it goes one level up', () => {
    const convenor: Addressee = { post: 'convenor', of: 'county' };
    expect(tell([convenor], without('convenor'))).toEqual(['officer (vacant: convenor)']);
    expect(tell([convenor], without('convenor', 'officer'))).toEqual(['city-officer (vacant: convenor)']);
  });

  it('reaches the officer of the joint-meeting office where the whole unit is empty, and tells nobody twice', () => {
    const head: Addressee = { post: 'department-head', of: 'city' };
    const officer: Addressee = { post: 'joint-meeting-office', of: 'county' };
    expect(tell([head], without('city-chief'))).toEqual(['officer (vacant: department-head)']);
    expect(tell([head, officer], without('city-chief'))).toEqual(['officer']);
  });

  it('is the stand-in of who is away, told once where they are told anyway', () => {
    const standIn = { userId: 'colleague', name: { zh: 'colleague', en: 'colleague' } };
    const away = full.map((one) => (one.userId === 'clerk' ? { ...one, standIn } : one));
    const assignee: Addressee = { post: 'assignee', of: 'own-unit' };
    expect(tell([assignee], away, { assignee: 'clerk' })).toEqual(['colleague (away: clerk)']);
    expect(tell([assignee], away)).toEqual(['colleague']);
  });

  it('is nobody only where there is nobody at all', () => {
    expect(tell([{ post: 'convenor', of: 'county' }], [])).toEqual([]);
  });
});
