import type { PlanLane } from '@lianban/process-runtime';
import { type Directory, type Office, departmentOf, routeLane } from './route-lane.js';

const office = (district: string, department: string, fn?: string): Office => ({
  id: `${district}.${department}${fn === undefined ? '' : `.${fn}`}`,
  department,
  district,
  ...(fn === undefined ? {} : { function: fn }),
  name: { zh: department, en: department },
});

const lane = (department: string, more: Partial<PlanLane> = {}): PlanLane => ({
  id: `lane_${department}`,
  name: { zh: department, en: department },
  department,
  level: 'county',
  ...more,
});

const offices = [
  office('county', 'health', 'daily-supervision'),
  office('county', 'health', 'application-filing'),
  office('county', 'fire'),
  office('zone', 'education', 'application-filing'),
  office('zone', 'health', 'application-filing'),
  office('city', 'health', 'daily-supervision'),
  office('city', 'fire', 'daily-supervision'),
  office('city', 'mch', 'daily-supervision'),
  office('city', 'sports', 'application-filing'),
  office('city', 'education', 'daily-supervision'),
];
const directory: Directory = {
  offices,
  overrides: [
    {
      district: 'zone',
      department: 'health',
      function: 'application-filing',
      officeId: 'zone.education.application-filing',
      reason: '参照幼儿园体制',
      version: 3,
    },
    {
      district: 'city',
      department: 'sports',
      function: 'daily-supervision',
      officeId: 'city.education.daily-supervision',
      reason: '合署办公',
      version: 1,
    },
    {
      district: 'county',
      department: 'fire',
      function: 'daily-supervision',
      officeId: 'an office that was closed',
      reason: 'old',
      version: 1,
    },
  ],
  parents: new Map([
    ['county', 'city'],
    ['zone', 'city'],
  ]),
};
const route = (of: PlanLane, district: string, data: Readonly<Record<string, unknown>> = {}) =>
  routeLane(of, district, data, directory);

describe('the office of a lane', () => {
  it('is that of the department with the function, daily supervision where the lane names none', () => {
    expect(route(lane('health', { function: 'application-filing' }), 'county')).toMatchObject({
      office: { id: 'county.health.application-filing' },
      rule: 'function',
    });
    expect(route(lane('health'), 'county')).toMatchObject({
      office: { id: 'county.health.daily-supervision' },
      rule: 'function',
    });
  });

  it('is any of the department where none has the function', () => {
    expect(route(lane('education'), 'zone')).toMatchObject({
      office: { id: 'zone.education.application-filing' },
      rule: 'department',
    });
  });

  it('is another one where an override says so, with its reason and version', () => {
    expect(route(lane('health', { function: 'application-filing' }), 'zone')).toMatchObject({
      office: { id: 'zone.education.application-filing' },
      rule: 'override',
      department: 'health',
      reason: '参照幼儿园体制',
      version: 3,
    });
  });

  it('is not overridden for other functions of the same department', () => {
    expect(route(lane('health'), 'zone')?.office.id).toBe('zone.health.application-filing');
  });

  it('is the usual one where an override names an office that is gone', () => {
    expect(route(lane('fire'), 'county')).toMatchObject({
      office: { id: 'county.fire' },
      rule: 'department',
    });
  });

  it('lies one level up where the duty cell is empty, and the route says so', () => {
    expect(route(lane('mch'), 'county')).toMatchObject({
      office: { id: 'city.mch.daily-supervision' },
      rule: 'next-level-up',
    });
  });

  it('passes over an office in which nobody holds a post, and falls back to it where nobody does anywhere', () => {
    const at = (...staffed: readonly string[]): string | undefined =>
      routeLane(lane('health'), 'county', {}, { ...directory, staffed: new Set(staffed) })?.office.id;
    expect(at('county.health.daily-supervision', 'city.health.daily-supervision')).toBe(
      'county.health.daily-supervision',
    );
    expect(at('county.health.application-filing', 'city.health.daily-supervision')).toBe(
      'county.health.application-filing',
    );
    expect(at('city.health.daily-supervision')).toBe('city.health.daily-supervision');
    expect(at()).toBe('county.health.daily-supervision');
  });

  it('follows the overrides of the level it rises to', () => {
    expect(route(lane('sports'), 'county')).toMatchObject({
      office: { id: 'city.education.daily-supervision' },
      rule: 'next-level-up',
    });
  });

  it('is the city’s own where the lane is of the city', () => {
    expect(route(lane('fire', { level: 'city' }), 'county')).toMatchObject({
      office: { id: 'city.fire.daily-supervision' },
      rule: 'function',
    });
    expect(route(lane('fire', { level: 'city' }), 'city')?.office.id).toBe('city.fire.daily-supervision');
  });

  it('does not exist for a department that nobody has', () => {
    expect(route(lane('taxation'), 'county')).toBeUndefined();
  });
});

describe('a lane that names a role', () => {
  it('is played by the department that the case names', () => {
    const registrar = lane('registration-authority');
    expect(departmentOf(registrar, { registrationAuthority: 'health' })).toBe('health');
    expect(route(registrar, 'county', { registrationAuthority: 'health' })).toMatchObject({
      office: { id: 'county.health.daily-supervision' },
      department: 'health',
    });
  });

  it('leads nowhere while the case names nobody', () => {
    expect(route(lane('registration-authority'), 'county')).toBeUndefined();
  });

  it('takes nothing from the case where the lane names a department', () => {
    expect(departmentOf(lane('fire'), { registrationAuthority: 'health' })).toBe('fire');
  });
});
