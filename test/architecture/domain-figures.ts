import type { Duration } from '@lianban/calendar';
import type { Rung } from '@lianban/domain';

/**
 * Figures of the domain that the product's rules and the pack's data are held against, each with the clause it comes
 * from (`PD`: a policy default that no text fixes). Figures only; what they mean is said where they are applied.
 */
/** Days off and make-up working days (调休上班日) of the notices of the State Council's General Office, as runs of days. */
export const YEARS = [
  {
    year: '2024',
    source: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    workOnWeekend: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
    workingDays: 251,
  },
  {
    year: '2025',
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    workOnWeekend: '01-26 02-08 04-27 09-28 10-11',
    workingDays: 248,
  },
  {
    year: '2026',
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    workOnWeekend: '01-04 02-14 02-28 05-09 09-20 10-10',
    workingDays: 248,
  },
] as const;

/** Counted as CIV-201 has it: the day of the event is day 0; a last day that isn't working rolls forward. */
export const DUE_DAYS: readonly {
  readonly start: string;
  readonly add: number;
  readonly unit: Duration['unit'];
  readonly due: string;
}[] = [
  { start: '2026-09-28', add: 5, unit: 'working_day', due: '2026-10-10' },
  { start: '2026-09-28', add: 15, unit: 'working_day', due: '2026-10-23' },
  { start: '2026-02-13', add: 5, unit: 'working_day', due: '2026-02-27' },
  { start: '2026-02-13', add: 7, unit: 'working_day', due: '2026-03-02' },
  { start: '2026-09-18', add: 5, unit: 'working_day', due: '2026-09-24' },
  { start: '2025-01-24', add: 5, unit: 'working_day', due: '2025-02-07' },
  { start: '2025-01-24', add: 20, unit: 'working_day', due: '2025-02-27' },
  { start: '2025-09-26', add: 5, unit: 'working_day', due: '2025-10-10' },
  { start: '2026-04-30', add: 3, unit: 'working_day', due: '2026-05-08' },
  { start: '2026-12-01', add: 5, unit: 'working_day', due: '2026-12-08' },
  { start: '2026-07-05', add: 90, unit: 'calendar_day', due: '2026-10-08' },
  { start: '2026-07-10', add: 90, unit: 'calendar_day', due: '2026-10-08' },
  { start: '2026-09-20', add: 15, unit: 'calendar_day', due: '2026-10-08' },
];

type RungFigures = Pick<Rung, 'level' | 'offset' | 'when'> & { readonly at: string };

/** `at`: the figure as it is written; misses in a row are looked at with the rung before them. */
export const LADDERS: Readonly<
  Record<string, { readonly source: string; readonly rungs: readonly RungFigures[] }>
> = {
  'L-STD': {
    source: 'PD (model: REMIND)',
    rungs: [
      { level: 'L0', at: '-2 WD', offset: { kind: 'working-days', days: -2 } },
      { level: 'L1', at: '0 (end of due day)', offset: { kind: 'breach' } },
      { level: 'L2', at: '+1 WD', offset: { kind: 'working-days', days: 1 } },
      { level: 'L3', at: '+3 WD', offset: { kind: 'working-days', days: 3 } },
      { level: 'L4', at: '+5 WD', offset: { kind: 'working-days', days: 5 } },
      { level: 'L5', at: '+10 WD', offset: { kind: 'working-days', days: 10 } },
      { level: 'L6', at: '+20 WD', offset: { kind: 'working-days', days: 20 } },
    ],
  },
  'L-SHORT': {
    source: 'PD',
    rungs: [
      { level: 'L0', at: '-50% of the time', offset: { kind: 'share-left', share: 0.5 } },
      { level: 'L1', at: '0', offset: { kind: 'breach' } },
      { level: 'L2', at: '+0.5 WD', offset: { kind: 'working-days', days: 0.5 } },
      { level: 'L3', at: '+1 WD', offset: { kind: 'working-days', days: 1 } },
      { level: 'L4', at: '+3 WD', offset: { kind: 'working-days', days: 3 } },
      { level: 'L5', at: '+5 WD', offset: { kind: 'working-days', days: 5 } },
      { level: 'L6', at: '+10 WD', offset: { kind: 'working-days', days: 10 } },
    ],
  },
  'L-LEGAL': {
    source: 'PD',
    rungs: [
      { level: 'L0', at: '50% used', offset: { kind: 'share', share: 0.5 } },
      { level: 'L1', at: '80% used', offset: { kind: 'share', share: 0.8 } },
      { level: 'L2', at: '-1 WD', offset: { kind: 'working-days', days: -1 } },
      { level: 'L3', at: '0 breached', offset: { kind: 'breach' } },
      { level: 'L4', at: '+3 WD', offset: { kind: 'working-days', days: 3 } },
      { level: 'L5', at: '+5 WD', offset: { kind: 'working-days', days: 5 } },
      { level: 'L6', at: '+10 WD', offset: { kind: 'working-days', days: 10 } },
    ],
  },
  'L-CRIT': {
    source: 'PD except EPI-20',
    rungs: [
      { level: 'L0', at: '+0', offset: { kind: 'elapsed', amount: 0, unit: 'minute', from: 'start' } },
      {
        level: 'L1',
        at: '+30 min not acknowledged',
        offset: { kind: 'elapsed', amount: 30, unit: 'minute', from: 'start' },
        when: { kind: 'not-acknowledged' },
      },
      { level: 'L2', at: '+1 h', offset: { kind: 'elapsed', amount: 1, unit: 'hour', from: 'start' } },
      { level: 'L3', at: '+2 h', offset: { kind: 'elapsed', amount: 2, unit: 'hour', from: 'start' } },
      { level: 'L4', at: '+4 h', offset: { kind: 'elapsed', amount: 4, unit: 'hour', from: 'start' } },
      {
        level: 'L5',
        at: '+24 h no safety measure recorded',
        offset: { kind: 'elapsed', amount: 24, unit: 'hour', from: 'start' },
        when: { kind: 'not-recorded', milestone: 'safety-measure.recorded' },
      },
      { level: 'L6', at: '+48 h', offset: { kind: 'elapsed', amount: 48, unit: 'hour', from: 'start' } },
    ],
  },
  'L-REPORT': {
    source: 'PD (model: REMIND, DUCHA)',
    rungs: [
      { level: 'L0', at: '-10 WD', offset: { kind: 'working-days', days: -10 } },
      { level: 'L1', at: '-3 WD', offset: { kind: 'working-days', days: -3 } },
      { level: 'L2', at: '+1 WD', offset: { kind: 'working-days', days: 1 } },
      { level: 'L3', at: '+5 WD', offset: { kind: 'working-days', days: 5 } },
      { level: 'L4', at: '+10 WD', offset: { kind: 'working-days', days: 10 } },
      {
        level: 'L5',
        at: 'second miss in a row',
        offset: { kind: 'working-days', days: 10 },
        when: { kind: 'misses', count: 2, inARow: true },
      },
      {
        level: 'L6',
        at: 'third miss or a red yearly target',
        offset: { kind: 'working-days', days: 10 },
        when: {
          kind: 'any',
          of: [
            { kind: 'misses', count: 3, inARow: false },
            { kind: 'recorded', milestone: 'yearly-target.red' },
          ],
        },
      },
    ],
  },
};

/** 中止计时: whether a ground stops the clock of a unit, and how long it may at most. */
export const STOPS: readonly {
  readonly ground: string;
  readonly source: string;
  readonly stops: boolean;
  readonly most?: Duration;
}[] = [
  { ground: 'supplement', source: 'LIC-32', stops: true, most: { amount: 30, unit: 'working_day' } },
  { ground: 'special-procedure', source: 'LIC-45', stops: true },
  { ground: 'rectification', source: 'PEN-28', stops: true },
  { ground: 'judicial', source: 'PEN-26', stops: true },
  { ground: 'force-majeure', source: 'PD', stops: true },
  {
    ground: 'jurisdiction-dispute',
    source: 'PEN-25',
    stops: false,
    most: { amount: 7, unit: 'working_day' },
  },
];

/** 延期: how far a basis lets its clock be extended, by whom, and how many working days before expiry at the latest. */
export const EXTENSIONS: readonly {
  readonly basis: string;
  readonly period?: Duration;
  readonly most: Duration;
  readonly noticeDays?: number;
}[] = [
  { basis: 'LIC-42', period: { amount: 20, unit: 'working_day' }, most: { amount: 10, unit: 'working_day' } },
  {
    basis: 'PETITION-34',
    period: { amount: 60, unit: 'calendar_day' },
    most: { amount: 30, unit: 'calendar_day' },
  },
  { basis: 'ZS12345-EXT', most: { amount: 20, unit: 'calendar_day' }, noticeDays: 1 },
];
