import { Injectable } from '@nestjs/common';
import { IntakeCatalogue, type EventSource } from '@lianban/application';
import { Pool } from 'pg';

const keptMs = 5_000;

interface Kept<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

@Injectable()
export class PgIntakeCatalogue extends IntakeCatalogue {
  private kept: Kept<ReadonlyMap<string, EventSource>> | undefined;
  /** By text, so that an unchanged schema stays the same object and is compiled once. */
  private readonly parsed = new Map<string, object>();
  private readonly schemas = new Map<string, Kept<object | undefined>>();

  constructor(private readonly pool: Pool) {
    super();
  }

  sources(): Promise<ReadonlyMap<string, EventSource>> {
    const now = Date.now();
    if (this.kept === undefined || this.kept.until < now) {
      const value = this.readSources();
      this.kept = { value, until: now + keptMs };
      value.catch(() => {
        this.kept = undefined;
      });
    }
    return this.kept.value;
  }

  schema(tenant: string, type: string): Promise<object | undefined> {
    const now = Date.now();
    const key = `${tenant} ${type}`;
    const known = this.schemas.get(key);
    if (known !== undefined && known.until >= now) return known.value;
    const value = this.readSchema(tenant, type);
    // Only types a source may send are asked for, so this map is as small as the catalogue.
    this.schemas.set(key, { value, until: now + keptMs });
    value.catch(() => this.schemas.delete(key));
    return value;
  }

  private async readSources(): Promise<ReadonlyMap<string, EventSource>> {
    const { rows } = await this.pool.query<EventSource>(
      'SELECT source, tenant, secrets, types FROM event_source WHERE enabled',
    );
    return new Map(rows.map((row) => [row.source, row]));
  }

  private async readSchema(tenant: string, type: string): Promise<object | undefined> {
    const { rows } = await this.pool.query<{ text: string }>(
      'SELECT schema::text AS text FROM event_schema WHERE tenant = $1 AND type = $2',
      [tenant, type],
    );
    const text = rows[0]?.text;
    if (text === undefined) return undefined;
    const schema = this.parsed.get(text) ?? (JSON.parse(text) as object);
    this.parsed.set(text, schema);
    return schema;
  }
}
