/**
 * One statement on one connection.
 * @param {string} url
 * @param {string} text
 * @param {unknown[]} [values]
 * @returns {Promise<{rowCount: number | null, rows: Record<string, unknown>[]}>}
 */
export async function query(url, text, values = []) {
  // Imported late: this file is read before npm installed anything.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A server that goes away ends the statement with an error; without a listener it would end this process too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
