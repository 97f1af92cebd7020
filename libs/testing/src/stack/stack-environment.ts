const needed = {
  adminUrl: 'LIANBAN_TEST_PG_ADMIN_URL',
  ownerUrl: 'LIANBAN_TEST_PG_OWNER_URL',
  appUrl: 'LIANBAN_TEST_PG_APP_URL',
  template: 'LIANBAN_TEST_TEMPLATE_DB',
  seededTemplate: 'LIANBAN_TEST_SEEDED_TEMPLATE_DB',
  redisUrl: 'REDIS_URL',
  temporalAddress: 'TEMPORAL_ADDRESS',
  redisServer: 'LIANBAN_TEST_REDIS_SERVER',
  temporalCli: 'LIANBAN_TEST_TEMPORAL_CLI',
} as const;

/** What `npm test` tells tests about the servers it started for them. */
export type StackEnvironment = { readonly [name in keyof typeof needed]: string };

/** A PostgreSQL with the templates that databases of tests are cloned from. */
export type TestPostgres = Pick<
  StackEnvironment,
  'adminUrl' | 'ownerUrl' | 'appUrl' | 'template' | 'seededTemplate'
>;

/** Read from what a server's maker says, under the same names. */
export const testPostgres = (env: NodeJS.ProcessEnv): TestPostgres => ({
  adminUrl: read(env, 'adminUrl'),
  ownerUrl: read(env, 'ownerUrl'),
  appUrl: read(env, 'appUrl'),
  template: read(env, 'template'),
  seededTemplate: read(env, 'seededTemplate'),
});

/** Throws one clear sentence where Jest was run by hand and there are no servers. */
export function stackEnvironment(env: NodeJS.ProcessEnv = process.env): StackEnvironment {
  const names = Object.keys(needed) as (keyof typeof needed)[];
  return Object.fromEntries(names.map((name) => [name, read(env, name)])) as StackEnvironment;
}

function read(env: NodeJS.ProcessEnv, name: keyof typeof needed): string {
  const value = env[needed[name]];
  if (value !== undefined && value !== '') return value;
  throw new Error(
    `This test needs servers (${needed[name]} is not set): run npm test -- <path of the test>. ` +
      '该测试需要服务器：请运行 npm test -- <测试路径>。',
  );
}
