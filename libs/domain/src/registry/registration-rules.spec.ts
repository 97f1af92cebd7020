import type { RegisterInstitutionRequest } from '@lianban/contracts';
import { registrationProblems } from './registration-rules.js';

const office = { department: 'market-regulation', district: '330902' };
const request: RegisterInstitutionRequest = {
  uscc: '91350100M000100Y43',
  nameZh: '示例托育园',
  kind: 'care-institution',
  registrationType: 'enterprise',
  registrationAuthority: 'market-regulation',
  businessScope: '3岁以下婴幼儿照护服务',
  address: '示例路1号',
  district: '330902',
  legalRepresentative: '示例甲',
  certificateNo: '示例-1',
};
const now = new Date('2026-03-02T00:30:00Z');
const problems = (more: Partial<RegisterInstitutionRequest>, offices = [office]) =>
  registrationProblems({ ...request, ...more }, offices, now).map(({ field, code }) => `${field} ${code}`);

describe('what a registrar may register', () => {
  it('is an institution of its own kind and district', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['civil-affairs', 'ngo'],
    ['staffing-office', 'public'],
  ] as const)('is for %s the type %s', (department, registrationType) => {
    const own = [{ department, district: '330902' }];
    expect(problems({ registrationAuthority: department, registrationType }, own)).toEqual([]);
    expect(problems({ registrationAuthority: department }, own)).toEqual([
      'registrationType REGISTRY.TYPE_OF_OTHER_AUTHORITY',
    ]);
  });

  it('is nothing of another office or another district', () => {
    expect(problems({}, [{ department: 'civil-affairs', district: '330902' }])).toEqual([
      'registrationAuthority REGISTRY.NOT_YOUR_AUTHORITY',
    ]);
    expect(problems({ district: '330903' })).toEqual(['district REGISTRY.NOT_YOUR_DISTRICT']);
    expect(problems({}, [])).toEqual(['registrationAuthority REGISTRY.NOT_YOUR_AUTHORITY']);
  });

  it('is in any of the districts in which the officer holds a post of that office', () => {
    expect(problems({ district: '330903' }, [office, { ...office, district: '330903' }])).toEqual([]);
  });

  it('has happened already, at this very instant at the latest', () => {
    expect(problems({ registeredAt: '2026-03-02T08:30:00+08:00' })).toEqual([]);
    expect(problems({ registeredAt: '2026-03-02T08:30:01+08:00' })).toEqual([
      'registeredAt REGISTRY.IN_THE_FUTURE',
    ]);
  });

  it('is told all its faults at once, in both languages', () => {
    const found = registrationProblems(
      { ...request, uscc: '91350100M000100Y44', district: '330903', registrationType: 'ngo' },
      [office],
      now,
    );
    expect(found.map(({ field }) => field)).toEqual(['uscc', 'district', 'registrationType']);
    for (const { message } of found) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/^[A-Z]/);
    }
  });
});
