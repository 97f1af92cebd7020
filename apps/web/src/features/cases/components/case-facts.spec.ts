import { factsOf, materialsOf } from './case-facts.js';

describe('facts of a case', () => {
  const registered = {
    start_registered: {
      event: { data: { nameZh: '甲', uscc: '9133', registeredAt: '2026-03-02T08:30:00+08:00' } },
    },
    address: '示例路1号',
  };

  it('come from the registration first', () => {
    expect(factsOf(registered)).toEqual([
      { name: 'institutionName', value: '甲' },
      { name: 'uscc', value: '9133' },
      { name: 'address', value: '示例路1号' },
      { name: 'registeredAt', value: '2026-03-02T08:30:00+08:00' },
    ]);
  });

  it('and from the filing where it tells something newer', () => {
    const facts = factsOf({
      ...registered,
      filing: { address: '示例路2号', mealsProvided: false, places: 0 },
    });
    expect(facts.find(({ name }) => name === 'address')?.value).toBe('示例路2号');
    expect(facts.slice(-2)).toEqual([
      { name: 'places', value: 0 },
      { name: 'mealsProvided', value: false },
    ]);
  });

  it('leave out what is no plain value, and survive data of another process', () => {
    expect(factsOf({ address: { street: 'x' }, filing: 'none', start_other: null })).toEqual([]);
  });
});

describe('materials of a case', () => {
  it('are those of the filing, replaced by the supplement kind by kind', () => {
    const filing = {
      materials: [
        { kind: 'site', fileRef: 'a' },
        { kind: 'licence', fileRef: 'b' },
      ],
    };
    const supplement = { materials: [{ kind: 'site', fileRef: 'c' }, { kind: 'site' }, 'x'] };
    expect(materialsOf({ filing, supplement })).toEqual([
      { kind: 'site', fileRef: 'c' },
      { kind: 'licence', fileRef: 'b' },
    ]);
    expect(materialsOf({})).toEqual([]);
  });
});
