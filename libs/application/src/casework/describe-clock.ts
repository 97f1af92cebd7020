import {
  type LedgerEntry,
  type WorkingCalendar,
  dayInWords,
  durationInWords,
  explainDue,
  hourInWords,
  readLedger,
  toLocalTime,
} from '@lianban/calendar';
import type { ClockView, RungView, Text2 } from '@lianban/contracts';
import { type Ladder, emergencyStop, latenessOf, rungInstants } from '@lianban/domain';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { ClockRecord } from './case-reader.port.js';

const ENTRY_TEXTS: Readonly<Record<string, Text2>> = {
  started: { zh: '开始计时', en: 'Started' },
  stopped: { zh: '中止计时', en: 'Stopped' },
  resumed: { zh: '恢复计时', en: 'Resumed' },
  extended: { zh: '延长时限', en: 'Extended' },
  recomputed: { zh: '按新日历重算', en: 'Recomputed for a new calendar' },
  breached: { zh: '违反法定时限', en: 'Statutory period breached' },
  late: { zh: '逾期（内部时限，不属违法）', en: 'Late (a default of the house, no breach of law)' },
  met: { zh: '按环节办结', en: 'Met' },
  cancelled: { zh: '不再计时', en: 'No longer counted' },
  closed: { zh: '终止计时，不计按期也不计超期', en: 'Closed, neither met nor breached' },
  reopened: { zh: '恢复计时', en: 'Running again' },
  redefined: { zh: '改用新版流程的时限', en: 'Counted by the new version of the process' },
};

/** Why a clock stands still. */
export const GROUNDS: Readonly<Record<string, Text2>> = {
  rectification: { zh: '整改期', en: 'correction period' },
  supplement: { zh: '补正等待', en: 'waiting for the supplement' },
  'special-procedure': {
    zh: '检验检测、鉴定、专家评审、听证',
    en: 'testing, appraisal, expert review, hearing',
  },
  'force-majeure': { zh: '不可抗力', en: 'force majeure' },
  judicial: { zh: '司法机关或上级机关要求', en: 'at the request of a court or a higher authority' },
  'related-case': { zh: '须以另案结果为依据', en: 'it depends on the outcome of another case' },
  'applicant-request': { zh: '申请人要求', en: 'at the request of the applicant' },
  other: { zh: '其他', en: 'another ground' },
  returned: { zh: '退回', en: 'returned' },
  'taken-back': { zh: '撤回', en: 'taken back' },
};

/** Said of a stop over a whole jurisdiction. */
const EMERGENCY: Text2 = { zh: '不可抗力（辖区停办）', en: 'force majeure (stopped for the district)' };

/** Stops of a suspension carry their ground behind a word of their own (see `suspensionStop`). */
const SUSPENDED = /^suspended:/;

export const groundText = (ground: string): Text2 => {
  if (ground.startsWith(emergencyStop(''))) return EMERGENCY;
  const plain = ground.replace(SUSPENDED, '');
  const text = GROUNDS[plain] ?? { zh: plain, en: plain };
  return SUSPENDED.test(ground) ? { zh: `暂停办理：${text.zh}`, en: `case suspended: ${text.en}` } : text;
};

/** A clock with the sum behind its due instant, its ledger in words, and what its ladder did and will do. */
export const describeClock = (
  record: ClockRecord,
  definition: ClockDefinition | undefined,
  ladder: Ladder | undefined,
  calendar: WorkingCalendar,
  now: string,
): ClockView | undefined => {
  const reading = definition && readLedger(record.ledger, definition, calendar);
  if (!definition || !reading) return undefined;
  const { dueAt, originalDueAt, derivation, stopGround } = reading;
  const closing = dueAt === undefined ? '' : hourInWords(calendar, dueAt);
  const explanation = derivation
    ? explainDue(derivation, closing, groundText)
    : {
        zh: `计时中止：${groundText(stopGround ?? '').zh}`,
        en: `Stopped: ${groundText(stopGround ?? '').en}`,
      };
  const { id, name, scope, kind, basis, ladder: ladderCode } = record;
  return {
    id,
    name,
    scope,
    kind,
    basis,
    ladder: ladderCode,
    ...(ladder ? { ladderVersion: ladder.version } : {}),
    state: reading.state,
    startedAt: reading.startedAt,
    from: definition.from,
    limit: durationInWords(definition.duration),
    ...startedBy(record.ledger),
    ...(dueAt === undefined ? {} : { dueAt, workingDaysLeft: daysLeft(calendar, now, dueAt) }),
    ...(originalDueAt === undefined ? {} : { originalDueAt }),
    provisional: reading.provisional,
    breached: reading.breachedAt !== undefined,
    lateness: latenessOf(kind),
    ...(reading.stoppedSince === undefined ? {} : { stoppedSince: reading.stoppedSince }),
    ...(stopGround === undefined ? {} : { stopGround }),
    explanation,
    ledger: record.ledger.map((entry) => {
      const text = ENTRY_TEXTS[entry.kind] ?? { zh: entry.kind, en: entry.kind };
      const ground = 'ground' in entry ? withPapers(entry, calendar) : oldDue(entry, calendar);
      return {
        at: entry.at,
        text: ground ? { zh: `${text.zh}（${ground.zh}）`, en: `${text.en} (${ground.en})` } : text,
      };
    }),
    rungs: ladder ? rungsOf(record, ladder, reading.startedAt, dueAt, calendar, reading.state) : [],
  };
};

/** A stop with what the person who ordered it put in the file. */
const withPapers = (
  entry: Extract<LedgerEntry, { readonly ground: string }>,
  calendar: WorkingCalendar,
): Text2 => {
  const ground = groundText(entry.ground);
  const papers =
    entry.kind === 'stopped' || entry.kind === 'resumed' ? [entry.document, entry.reason, entry.by] : [];
  const said = papers.filter((paper) => paper !== undefined);
  const until = entry.kind === 'stopped' ? entry.until : undefined;
  const day = until === undefined ? undefined : dayInWords(toLocalTime(calendar, until).day);
  return {
    zh: [ground.zh, ...(day ? [`至${day.zh}`] : []), ...said].join('，'),
    en: [ground.en, ...(day ? [`until ${day.en}`] : []), ...said].join(', '),
  };
};

const startedBy = ([first]: readonly LedgerEntry[]): Pick<ClockView, 'calendar'> =>
  first?.kind === 'started' ? { calendar: first.calendar } : {};

/** A deadline that moved says from where. */
const oldDue = (entry: LedgerEntry, calendar: WorkingCalendar): Text2 | undefined => {
  if ((entry.kind !== 'recomputed' && entry.kind !== 'extended') || entry.from === undefined)
    return undefined;
  const day = dayInWords(toLocalTime(calendar, entry.from).day);
  const time = hourInWords(calendar, entry.from);
  if (entry.kind === 'extended') {
    const by = durationInWords(entry.by);
    return {
      zh: `${[entry.basis, by.zh, entry.document, entry.reason].filter(Boolean).join('，')}，${entry.approver}批准；原为${day.zh} ${time}`,
      en: `${[entry.basis, by.en, entry.document, entry.reason].filter(Boolean).join(', ')}, granted by ${entry.approver}; it was ${day.en} ${time}`,
    };
  }
  return {
    zh: `${entry.calendar}，原为${day.zh} ${time}`,
    en: `${entry.calendar}; it was ${day.en} ${time}`,
  };
};

const rungsOf = (
  record: ClockRecord,
  ladder: Ladder,
  startedAt: string,
  dueAt: string | undefined,
  calendar: WorkingCalendar,
  state: string,
): readonly RungView[] => {
  const planned = dueAt === undefined ? [] : rungInstants(ladder, startedAt, dueAt, calendar);
  return ladder.rungs.map((rung): RungView => {
    const fired = record.firings.find(({ level }) => level === rung.level);
    if (fired) {
      const told = fired.told.map(({ office, name, fallback }) => ({
        zh: `${office.zh} ${name?.zh ?? ''}${fallbackText(fallback).zh}`.trim(),
        en: `${office.en} ${name?.en ?? ''}${fallbackText(fallback).en}`.trim(),
      }));
      return {
        level: rung.level,
        at: fired.firedAt,
        state: fired.fired ? 'fired' : 'not-fired',
        action: rung.action,
        told,
        why: fired.why,
        ...(typeof fired.conclusion === 'string' ? { conclusion: fired.conclusion } : {}),
      };
    }
    const at = planned.find((entry) => entry.rung.level === rung.level)?.at;
    const waits = state === 'running' && at !== undefined;
    return {
      level: rung.level,
      state: waits ? 'planned' : 'not-fired',
      action: rung.action,
      told: [],
      ...(waits ? { at } : { why: state }),
    };
  });
};

/** Why somebody else was told than the post that the ladder names. */
const fallbackText = (fallback: string | undefined): Text2 => {
  if (fallback === undefined) return { zh: '', en: '' };
  return fallback.startsWith('led from above')
    ? { zh: '（垂直管理单位，经召集人）', en: ' (unit led from above, through the convenor)' }
    : { zh: '（岗位空缺，顺延）', en: ' (post vacant)' };
};

const daysLeft = (calendar: WorkingCalendar, now: string, dueAt: string): number =>
  calendar.workingDaysBetween(toLocalTime(calendar, now).day, toLocalTime(calendar, dueAt).day);
