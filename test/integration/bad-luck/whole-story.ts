import { type City, eventually, type Nursery } from '@lianban/testing';

/** From registration to the end of the case, as the offices would do it. */
export const tellWholeStory = async (city: City): Promise<Nursery> => {
  const nursery = await city.register();
  await nursery.toConclusion();
  await nursery.complete('step_8', 'publish');
  await nursery.complete('step_10', 'verified');
  await hasEnded(city, nursery);
  return nursery;
};

export const hasEnded = (city: City, nursery: Nursery): Promise<boolean> =>
  eventually(
    `the case of ${nursery.row.name} has ended`,
    async () => {
      const [row] = await city.database.query<{ ended: boolean }>(
        `SELECT status = 'ended' AS ended FROM case_file
         WHERE business_key = $1 AND definition_key = 'institution-filing'`,
        [nursery.id],
      );
      return row?.ended;
    },
    15_000 + city.patience,
  );

/** Everything committed has been delivered, and nothing lies buried or waits for a person. */
export const allDelivered = (city: City): Promise<boolean> =>
  eventually(
    'everything has been delivered',
    async () => {
      const [row] = await city.database.query<{ open: number; buried: number }>(
        `SELECT count(*) FILTER (WHERE failure IS NULL)::int AS open,
                count(*) FILTER (WHERE failure IS NOT NULL)::int AS buried
         FROM outbox WHERE done_at IS NULL`,
      );
      if (row && row.buried > 0) throw new Error('a delivery lies buried');
      return row?.open === 0;
    },
    15_000 + city.patience,
  );
