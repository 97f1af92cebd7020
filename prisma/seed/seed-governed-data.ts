import type { Client } from 'pg';
import type { PolicyPack } from './policy-pack.js';

/** Calendars, ladders and event schemas. A version that was published is never changed: a new one is added. */
export async function seedGovernedData(client: Client, pack: PolicyPack): Promise<void> {
  for (const { effectiveFrom, document, publisher, ...it } of pack.calendars) {
    await client.query(
      `INSERT INTO calendar (tenant, layer, code, version, body, state, effective_from, document, publisher, published_at)
       VALUES ($1, $2, $3, $4, $5, 'published', $6, $7, $8, now()) ON CONFLICT DO NOTHING`,
      [
        pack.tenant,
        it.layer,
        it.code,
        it.version,
        JSON.stringify(it),
        effectiveFrom,
        JSON.stringify(document),
        publisher,
      ],
    );
  }
  for (const it of pack.ladders) {
    await client.query(
      `INSERT INTO ladder (tenant, code, version, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [pack.tenant, it.code, it.version, JSON.stringify(it)],
    );
  }
  for (const { kind, version, body, article } of pack.templates) {
    await client.query(
      // In force for whatever was issued before: business time may lie anywhere.
      `INSERT INTO document_template (tenant, kind, version, body, article, published_at)
       VALUES ($1, $2, $3, $4, $5, '-infinity') ON CONFLICT DO NOTHING`,
      [pack.tenant, kind, version, body.join('\n'), article],
    );
  }
  for (const it of pack.events) {
    await client.query(
      `INSERT INTO event_schema (tenant, type, schema) VALUES ($1, $2, $3)
       ON CONFLICT (tenant, type) DO UPDATE SET schema = excluded.schema`,
      [pack.tenant, it.type, JSON.stringify(it.schema)],
    );
  }
}
