import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { cpuTimeOf } from './cpu-time.mjs';

/**
 * @typedef {object} Reading
 * @property {number} at milliseconds
 * @property {number} writes transactions that were assigned an xid
 * @property {number} transactions all, of the product's database
 * @property {number} wal bytes
 * @property {number} images full page images in it
 * @property {number} temporal requests to Temporal's frontend, its workers' long polls left out
 * @property {Map<string, number>} cpu milliseconds by process
 */

/** An idle backend tells the statistics of its transactions within ten seconds (PGSTAT_IDLE_INTERVAL). */
const SETTLE_MS = 11_000;

/** What a workload costs, read from outside: PostgreSQL's counters, Temporal's metrics, /proc. */
export class Meters {
  /**
   * @param {object} where
   * @param {string} where.adminUrl another database of the same server, so that reading isn't counted
   * @param {string} where.database the product's database
   * @param {string} where.processes path of the run record
   * @param {string} where.temporalMetrics address of Temporal's metrics
   */
  constructor({ adminUrl, database, processes, temporalMetrics }) {
    this.client = new pg.Client({ connectionString: adminUrl });
    this.database = database;
    this.processes = processes;
    this.temporalMetrics = temporalMetrics;
  }

  async open() {
    await this.client.connect();
    return this;
  }

  close() {
    return this.client.end();
  }

  /** So that a run begins like any other: the next touch of each page costs a full image. */
  checkpoint() {
    return this.client.query('CHECKPOINT');
  }

  /** Waits until the counters of transactions have arrived. */
  settle() {
    return pause(SETTLE_MS);
  }

  /** @returns {Promise<Reading>} */
  async read() {
    const cpu = cpuTimeOf(JSON.parse(readFileSync(this.processes, 'utf8')).children);
    const { rows } = await this.client.query(
      `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS writes, d.xact_commit + d.xact_rollback AS transactions,
         pg_current_wal_insert_lsn() - '0/0' AS wal, w.wal_fpi AS images
       FROM pg_stat_database d, pg_stat_wal w WHERE d.datname = $1`,
      [this.database],
    );
    const [row] = rows;
    return {
      at: performance.now(),
      writes: Number(row.writes),
      transactions: Number(row.transactions),
      wal: Number(row.wal),
      images: Number(row.images),
      temporal: await this.#temporalRequests(),
      cpu,
    };
  }

  async #temporalRequests() {
    const text = await (await fetch(this.temporalMetrics)).text();
    let requests = 0;
    for (const line of text.split('\n')) {
      if (!line.startsWith('service_requests{') || !line.includes('service_name="frontend"')) continue;
      if (
        !line.includes('namespace="default"') ||
        /operation="(Poll|DescribeNamespace|GetSystemInfo)/.test(line)
      )
        continue;
      requests += Number(line.slice(line.lastIndexOf(' ')));
    }
    return requests;
  }
}
