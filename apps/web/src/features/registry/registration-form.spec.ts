import { authoritiesOf, problemsOfServer, requestOf } from './registration-form.js';

const fields = {
  uscc: ' 91350100m000100y43 ',
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

describe('the request of a registration form', () => {
  it('is what the server takes: trimmed, the code in capitals, the day at the opening of offices', () => {
    expect(requestOf({ ...fields, registeredOn: '2026-03-02' })).toMatchObject({
      request: { uscc: '91350100M000100Y43', registeredAt: '2026-03-02T08:30:00+08:00' },
    });
    expect(requestOf({ ...fields, registeredOn: '' })).not.toHaveProperty('request.registeredAt');
  });

  it('names every problem at once, at its field', () => {
    const answer = requestOf({ ...fields, uscc: '9135', nameZh: ' ', address: '路'.repeat(201) });
    expect(answer).toEqual({
      problems: expect.arrayContaining([
        { field: 'uscc', word: 'usccLength', count: 4 },
        { field: 'nameZh', word: 'required' },
        { field: 'address', word: 'tooLong' },
      ]),
    });
  });

  it('notices a wrong check sign before the server does', () => {
    expect(requestOf({ ...fields, uscc: '91350100M000100Y44' })).toEqual({
      problems: [{ field: 'uscc', word: 'usccCheck' }],
    });
  });
});

describe('what the server refused', () => {
  it('stands at its field in our words; what has no field is left to the alert', () => {
    expect(
      problemsOfServer([
        { path: '/district', code: 'REGISTRY.NOT_YOUR_DISTRICT' },
        { path: '/nameZh', code: 'too_big' },
        { path: 'query:x', code: 'x' },
      ]),
    ).toEqual([
      { field: 'district', word: 'REGISTRY_NOT_YOUR_DISTRICT' },
      { field: 'nameZh', word: 'tooLong' },
    ]);
  });
});

describe('registration authorities of a person', () => {
  it('are those of the offices held, with their districts', () => {
    const office = (department: string, district: string) => ({ department, district });
    expect([
      ...authoritiesOf([
        office('market-regulation', '330902'),
        office('market-regulation', '330903'),
        office('market-regulation', '330902'),
        office('health', '330902'),
      ]),
    ]).toEqual([['market-regulation', ['330902', '330903']]]);
  });
});
