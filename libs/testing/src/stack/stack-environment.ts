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

/** Throws one clear sentence where Jest was run by hand and there are no servers. */
export function stackEnvironment(env: NodeJS.ProcessEnv = process.env): StackEnvironment {
  const entries = Object.entries(needed).map(([name, variable]) => {
    const value = env[variable];
    if (value === undefined || value === '')
      throw new Error(
        `This test needs servers (${variable} is not set): run npm test -- <path of the test>. ` +
          '该测试需要服务器：请运行 npm test -- <测试路径>。',
      );
    return [name, value];
  });
  return Object.fromEntries(entries) as StackEnvironment;
}
