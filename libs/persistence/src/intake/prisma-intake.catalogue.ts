import { Injectable } from '@nestjs/common';
import { IntakeCatalogue, type EventSource } from '@lianban/application';
import { PrismaClient } from '../generated/prisma/client.js';

const keptMs = 5_000;

interface Kept<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

@Injectable()
export class PrismaIntakeCatalogue extends IntakeCatalogue {
  private kept: Kept<ReadonlyMap<string, EventSource>> | undefined;
  /** By text, so that an unchanged schema stays the same object and is compiled once. */
  private readonly parsed = new Map<string, object>();
  private readonly schemas = new Map<string, Kept<object | undefined>>();

  constructor(private readonly prisma: PrismaClient) {
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
    // Only types that a source may send or a process sends are asked for, so this map is as small as the catalogue.
    this.schemas.set(key, { value, until: now + keptMs });
    value.catch(() => this.schemas.delete(key));
    return value;
  }

  private async readSources(): Promise<ReadonlyMap<string, EventSource>> {
    const rows = await this.prisma.eventSource.findMany({
      where: { enabled: true },
      select: { source: true, tenant: true, secrets: true, types: true },
    });
    return new Map(rows.map((row) => [row.source, row]));
  }

  private async readSchema(tenant: string, type: string): Promise<object | undefined> {
    const row = await this.prisma.eventSchema.findUnique({ where: { tenant_type: { tenant, type } } });
    if (row === null) return undefined;
    const text = JSON.stringify(row.schema);
    const schema = this.parsed.get(text) ?? (row.schema as object);
    this.parsed.set(text, schema);
    return schema;
  }
}
