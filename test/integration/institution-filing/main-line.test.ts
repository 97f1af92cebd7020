import { City, eventually, type Nursery } from '@lianban/testing';

describe('a filing from registration to conclusion', () => {
  let city: City;
  let nursery: Nursery;
  beforeAll(async () => {
    city = await City.open({ at: '2026-03-02T08:30:00+08:00' });
    nursery = await city.register();
    await nursery.toConclusion();
    await nursery.complete('step_8', 'publish');
    await nursery.complete('step_10', 'verified');
    await eventually('the case has ended', async () => (await nursery.caseFile()).status === 'ended');
  }, 60_000);
  afterAll(() => city.close());

  it('ends as filed and verified', async () => {
    expect(await nursery.caseFile()).toMatchObject({ outcome: 'filed-and-verified' });
  });
});
