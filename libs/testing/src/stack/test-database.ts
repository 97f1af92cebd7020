import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { stackEnvironment, type TestPostgres } from './stack-environment.js';

export interface TestDatabase {
  readonly name: string;
  /** As `lianban_app`, the role of the product's processes. */
  readonly url: string;
  /** As `lianban_owner`, for what only a test may do: look behind, move business time. */
  readonly ownerUrl: string;
  /** As its owner: what only a test may look at or change. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Ends what is still connected, then removes it. */
  drop(): Promise<void>;
}

/** A fresh database for one test file, cloned from the migrated (or also seeded) template in a fraction of a second. */
export async function cloneTestDatabase(
  options: { readonly seeded?: boolean; readonly postgres?: TestPostgres } = {},
): Promise<TestDatabase> {
  const env = options.postgres ?? stackEnvironment();
  const name = `lianban_test_${randomUUID().replaceAll('-', '')}`;
  const template = options.seeded === true ? env.seededTemplate : env.template;
  await asAdmin(env.adminUrl, `CREATE DATABASE ${name} OWNER lianban_owner TEMPLATE ${template}`);
  const ownerUrl = inDatabase(env.ownerUrl, name);
  const owner = new Pool({ connectionString: ownerUrl, max: 2 });
  // Dropping by force may end a backend whose client is just saying goodbye: an error that answers no question.
  owner.on('error', noQuestion).on('connect', (client) => client.on('error', noQuestion));
  return {
    name,
    url: inDatabase(env.appUrl, name),
    ownerUrl,
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    drop: async () => {
      await owner.end();
      await asAdmin(env.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

const noQuestion = (): void => undefined;

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
