import type { Tx } from '@lianban/application';
import type { Client, QueryResult } from 'pg';

interface PlanNode {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly 'Temp Written Blocks': number;
}

export interface Explained {
  readonly name: string;
  /** Pages of tables and indexes that the statement touched, wherever they were, and pages it spilled to disk. */
  readonly buffers: number;
  readonly rows: number;
}

/**
 * A transaction for adapters that read: each statement runs as it is, and PostgreSQL is asked what it cost. Counts of
 * pages are the same on every machine.
 */
export class ExplainingTx {
  readonly explained: Explained[] = [];

  constructor(private readonly client: Client) {}

  /** As the ports of the application take it. */
  get tx(): Tx {
    return this as unknown as Tx;
  }

  async query(
    asked: string | { readonly name?: string; readonly text: string; readonly values?: readonly unknown[] },
    given: readonly unknown[] = [],
  ): Promise<QueryResult> {
    const { name, text, values = given } = typeof asked === 'string' ? { text: asked } : asked;
    const result = await this.client.query(text, [...values]);
    const { rows } = await this.client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`,
      [...values],
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('PostgreSQL explained nothing.');
    this.explained.push({
      name: name ?? text.slice(0, 40),
      buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] + plan['Temp Written Blocks'],
      rows: result.rows.length,
    });
    return result;
  }
}
