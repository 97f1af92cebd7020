/**
 * `npm run verify-trail -- [--from=INSTANT] [--to=INSTANT] [--export=FOLDER] [--anchors=FILE]`: judges the trail of the
 * database at DATABASE_URL, and writes it to files for somebody else to judge. Exit codes as those of the program
 * without a database.
 */
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StoredTrail, TrailStore } from '@lianban/application';
import { PersistenceModule } from '@lianban/persistence';
import { verifyTrail } from '@lianban/trail';
import { NestFactory } from '@nestjs/core';
import { exportTrail } from './export-trail.js';
import { readAnchors } from './offline/read-anchors.js';
import { report } from './offline/report.js';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    export: { type: 'string' },
    anchors: { type: 'string' },
  },
});
const { DATABASE_URL: url, TRAIL_DIR: trailFolder, LIANBAN_DATA: dataFolder } = process.env;
const usual = join(trailFolder ?? join(dataFolder ?? '.data', 'trail'), 'anchors.ndjson');
const anchors = values.anchors ?? (existsSync(usual) ? usual : undefined);

const judge = async (databaseUrl: string): Promise<number> => {
  const app = await NestFactory.createApplicationContext(PersistenceModule.connect(databaseUrl, 2), {
    logger: ['error'],
  });
  try {
    const store = app.get(TrailStore);
    const trail = new StoredTrail(store);
    const period = await store.period(values.from, values.to);
    if (period === undefined) {
      process.stdout.write('Nothing of this period is sealed. 该时段没有已封存的记录。\n');
      return 2;
    }
    const anchoredTo = (await store.state()).anchors.find(({ place }) => place === 'file')?.batch ?? 0;
    const book = anchors === undefined ? {} : { anchors: await readAnchors(anchors) };
    const verdict = await verifyTrail(trail, { keys: await trail.keys(), anchoredTo, ...book }, period);
    process.stdout.write(`${report(verdict, anchors !== undefined)}\n`);
    if (values.export !== undefined) await exportTrail(store, trail, period, values.export);
    return verdict.found === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
};

if (url === undefined) {
  process.stderr.write('Set DATABASE_URL to the database. 请设置 DATABASE_URL。\n');
  process.exitCode = 2;
} else process.exitCode = await judge(url);
