import { bulkWorkProviders, GetScorecardQuery, KeepScorecards } from '@lianban/application';
import type { ScorecardRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import type { Client } from 'pg';
import { HistoryModule, type HistoryStores } from '../history/history.module.js';
import { HistoryPlayer } from '../history/history-player.js';
import { MovedTime } from '../history/moved-time.js';
import { People } from '../history/people.js';
import { inventStories, type Story } from '../history/stories.js';
import type { PolicyPack } from '../policy-pack.js';
import { CalendarChange, closure } from './calendar-change.js';
import { readDoneWork } from './done-work.js';
import { OfficeDays } from './office-days.js';
import { cardsBy, type Counted, type Expected, recalculate } from './recalculate.js';

export interface YearSettings extends HistoryStores {
  readonly institutions: number;
  /** The evening of the last day. */
  readonly until: string;
  /** Working days before it on which the first institution registers. */
  readonly days: number;
}

export interface Year {
  readonly months: readonly {
    readonly month: string;
    readonly offices: readonly ScorecardRow[];
    readonly districts: readonly ScorecardRow[];
  }[];
  readonly cases: number;
  readonly facts: number;
  /** Deadlines that the change of the calendar moved. */
  readonly moved: number;
  readonly limits: { readonly counted: number; readonly taken: number };
  /** Where the product and the second calculation say different things; empty is what must be. */
  readonly differences: readonly string[];
}

const GROUPS = ['office', 'district', 'process'] as const;

/** A scorecard shows tenths of an hour. */
const ROUNDED = 0.05 + 1e-6;

/**
 * A year of an invented city on a database of its own, by the product's own commands, with a change of the calendar in
 * the middle; then its scorecards are held against a second calculation that shares nothing with them.
 */
export async function playYear(client: Client, pack: PolicyPack, settings: YearSettings): Promise<Year> {
  const app = await NestFactory.createApplicationContext(
    HistoryModule.with(settings, [...bulkWorkProviders, KeepScorecards, CalendarChange]),
    {
      logger: ['error', 'warn'],
    },
  );
  try {
    const { tenant } = pack;
    const people = await People.meet(client, tenant);
    const keeping = app.get(KeepScorecards);
    const keep = async (): Promise<void> => {
      while (await keeping.run(tenant));
    };
    let moved = 0;
    const interludes = [
      {
        at: closure.announcedAt,
        act: async () => {
          moved = await app.get(CalendarChange).publish(await administrator(client, tenant));
        },
      },
      ...monthEnds(settings.until).map((at) => ({ at, act: keep })),
      { at: settings.until, act: keep },
    ];
    const stories = inventStories(pack, settings.institutions).map((story, index, all) =>
      overTheYear(story, index / all.length, settings.days),
    );
    await new MovedTime(client).startAt(settings.until);
    await app.get(HistoryPlayer).play(client, tenant, stories, {
      until: settings.until,
      oldest: settings.days,
      interludes,
    });
    const supervisor = people.named('supervisor.zhoushan');
    return { ...(await compare(app.get(QueryBus), client, supervisor)), moved };
  } finally {
    await app.close();
  }
}

/** Has no post in any office, so the people of the offices do not count him. */
async function administrator(client: Client, tenant: string): Promise<Actor> {
  const { rows } = await client.query<Pick<Actor, 'id' | 'name' | 'roles'>>(
    `SELECT id, name_zh AS name, roles FROM app_user WHERE tenant = $1 AND username = 'admin'`,
    [tenant],
  );
  const [admin] = rows;
  if (admin === undefined) throw new Error('The demo has no administrator.');
  return { ...admin, tenant, kind: 'person', officeIds: [] };
}

/** As many in every month; the last have time to come to their end. */
const overTheYear = (story: Story, part: number, days: number): Story => ({
  ...story,
  age: Math.round(days * (1 - part)),
  awaitsApproval: false,
});

/** The first minutes of each month of the year before. */
const monthEnds = (until: string): readonly string[] =>
  Array.from({ length: 12 }, (_, back) => {
    const end = new Date(until);
    return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - back, 0, 16, 30)).toISOString();
  });

async function compare(queries: QueryBus, client: Client, actor: Actor): Promise<Omit<Year, 'moved'>> {
  const { counted, limits, differences } = recalculate(await readDoneWork(client), {
    changedAt: Date.parse(closure.announcedAt),
    before: new OfficeDays({ off: [], work: [] }),
    after: new OfficeDays(closure),
  });
  const all = [...differences, ...factDifferences(await readFacts(client), counted)];
  const months = [...new Set(counted.map(({ month }) => month))].toSorted();
  const shown: Year['months'][number][] = [];
  for (const month of months) {
    const cards = new Map<string, readonly ScorecardRow[]>();
    for (const by of GROUPS) {
      const { rows } = await queries.execute(new GetScorecardQuery(actor, { month, by, asOf: 'corrected' }));
      cards.set(by, rows);
      // Who was only served papers in a month has done no work that could be counted a second time.
      const ofWork = rows.filter(({ completed, excluded }) => completed + excluded > 0);
      all.push(...differencesOf(`${month} ${by}`, ofWork, cardsBy(counted, month, by)));
    }
    shown.push({ month, offices: cards.get('office') ?? [], districts: cards.get('district') ?? [] });
  }
  const { rows } = await client.query<{ cases: number; facts: number }>(
    'SELECT (SELECT count(*) FROM case_file)::int AS cases, (SELECT count(*) FROM work_fact)::int AS facts',
  );
  return { months: shown, cases: rows[0]?.cases ?? 0, facts: rows[0]?.facts ?? 0, limits, differences: all };
}

type Fact = Pick<Counted, 'taskId' | 'office' | 'minutes' | 'isLate' | 'isLateOwn'>;

async function readFacts(client: Client): Promise<readonly Fact[]> {
  const { rows } = await client.query<Fact>(
    `SELECT task_id AS "taskId", office_id AS office, minutes, is_late AS "isLate", is_late_own AS "isLateOwn" FROM work_fact`,
  );
  return rows;
}

/** One by one, so that a card that differs says by which task. */
function factDifferences(facts: readonly Fact[], counted: readonly Counted[]): readonly string[] {
  const known = new Map(facts.map((fact) => [`${fact.taskId} ${fact.office}`, fact]));
  return counted.flatMap((it) => {
    const fact = known.get(`${it.taskId} ${it.office}`);
    const same =
      fact?.isLate === it.isLate &&
      fact.isLateOwn === it.isLateOwn &&
      Math.abs(fact.minutes - it.minutes) < 0.01;
    return same ? [] : [`fact ${JSON.stringify(fact)}, the second calculation says ${JSON.stringify(it)}`];
  });
}

function differencesOf(
  where: string,
  rows: readonly ScorecardRow[],
  expected: ReadonlyMap<string, Expected>,
): readonly string[] {
  const keys = new Set([...rows.map(({ key }) => key), ...expected.keys()]);
  return [...keys].flatMap((key) => {
    const row = rows.find((it) => it.key === key);
    const card = expected.get(key);
    if (row === undefined || card === undefined)
      return [`${where} ${key}: only ${row === undefined ? 'the second calculation' : 'the product'} has it`];
    return (Object.keys(card) as (keyof Expected)[]).flatMap((figure) => {
      const most = figure.endsWith('Hours') ? ROUNDED : 0;
      if (Math.abs(row[figure] - card[figure]) <= most) return [];
      return [`${where} ${key}: ${figure} is ${row[figure]}, the second calculation says ${card[figure]}`];
    });
  });
}
