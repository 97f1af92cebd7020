/** `npm run verify:long` takes the outages in full; every commit takes the same ones shortened. */
const long = process.env['LIANBAN_LONG'] === '1';

const second = 1_000;
const minute = 60 * second;

/** How long things are away, in milliseconds, and how often they are struck. */
export const lengths = {
  temporalAway: long ? 10 * minute : 5 * second,
  redisAway: long ? 5 * minute : 3 * second,
  postgresAway: long ? minute : 2 * second,
  // With the pauses of a test's policy (2 s in place of 60 s) two minutes have as many tries as an hour.
  departmentsAway: long ? 2 * minute : 4 * second,
  /** Seeds of the rounds of kill -9. */
  seeds: long ? Array.from({ length: 12 }, (_, index) => index + 1) : [20_261_125],
  rounds: long ? 200 : 25,
  /** Completions that run into their deadline. */
  deadlines: long ? 1_000 : 60,
  /** Deadlines of one instant, and how many such storms are struck once each. */
  storm: long ? 4_000 : 1_500,
  storms: long ? 20 : 4,
  /** How often sealers are killed while acts are written. */
  sealerStrikes: long ? 20 : 4,
  /** Cases whose clocks an emergency stops and lets run again, and how often workers are killed during either. */
  emergencyCases: long ? 2_000 : 150,
  emergencyStrikes: long ? 20 : 3,
  /** What any wait of a story may last on top of its usual time. */
  patience: long ? 12 * minute : 40 * second,
};

/** For a whole test that holds one outage of `away`; generous, because a busy machine is no failure. */
export const timeLimit = (away: number): number => away + (long ? 15 * minute : 4 * minute);
