import { City } from '@lianban/testing';
import { BEGINNING, play, stories } from '../../../apps/demo/src/play.js';
import { instantOf } from '../../../apps/demo/src/stage/local-time.js';

describe('npm run demo', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ at: instantOf(BEGINNING) });
  }, 120_000);
  afterAll(() => city.close());

  it('plays all stories through the public API as the domain brief says', async () => {
    const steps = await play({
      site: { url: city.url, secretOf: (source) => secretOf(city, source), patience: 60_000 },
    });
    expect(new Set(steps.map((step) => step.charAt(0)))).toEqual(new Set(stories.map(({ code }) => code)));
  }, 300_000);
});

const secretOf = async (city: City, source: string): Promise<string> => {
  const [row] = await city.database.query<{ secret: string }>(
    'SELECT secrets[1] AS secret FROM event_source WHERE source = $1',
    [source],
  );
  if (row === undefined) throw new Error(`there is no source ${source}`);
  return row.secret;
};
