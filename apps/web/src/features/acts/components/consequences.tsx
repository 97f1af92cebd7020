import type { CasePreview, ClockChangeKind, Text2 } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';
import './consequences.css';

/** What an act will do, line by line; what it does not touch is not mentioned. */
export function Consequences({
  of,
  closes,
}: {
  readonly of: CasePreview;
  /** The step that the act completes. */
  readonly closes?: string;
}) {
  const { t } = useTranslation();
  const lines = [...(closes === undefined ? [] : [t('acts.does.closes', { name: closes })]), ...useLines(of)];
  if (lines.length === 0) return <p className="quiet">{t('acts.does.nothing')}</p>;
  return (
    <ul className="consequences">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** How the changes of clocks are told together, in the order of their weight. */
const CLOCK_LINES: readonly (readonly [line: string, changes: readonly ClockChangeKind[]])[] = [
  ['clocksMet', ['met']],
  ['clocksClosed', ['closed', 'cancelled']],
  ['clocksStopped', ['stopped']],
  ['clocksStarted', ['started', 'resumed', 'reopened']],
  ['clocksRestarted', ['restarted']],
  ['clocksGoOn', ['goes-on']],
];

/** Characters of a value that is told in a line. */
const LONGEST_VALUE = 80;

function useLines(of: CasePreview): readonly string[] {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const outcomeName = useOutcomeName();
  const say = (key: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [t(`acts.does.${key}`, { items: items.join(t('acts.does.and')) })];
  const named = (name: Text2, ...more: readonly (string | undefined)[]): string => {
    const facts = more.filter((fact) => fact !== undefined && fact !== '').join(t('acts.does.comma'));
    return facts === '' ? text(name) : t('acts.does.named', { name: text(name), facts });
  };
  const when = (at: string | undefined): string | undefined => (at === undefined ? undefined : dateTime(at));
  const due = ({ dueAt, dueBefore }: CasePreview['clocks'][number]): string | undefined => {
    if (dueAt === undefined) return undefined;
    return dueBefore === undefined || dueBefore === dueAt
      ? dateTime(dueAt)
      : t('acts.does.moved', { from: dateTime(dueBefore), to: dateTime(dueAt) });
  };
  const clocks = CLOCK_LINES.flatMap(([line, changes]) =>
    say(
      line,
      of.clocks
        .filter(({ change }) => changes.includes(change))
        .map((clock) =>
          named(clock.name, line === 'clocksMet' ? undefined : due(clock), text(clock.ground) || undefined),
        ),
    ),
  );
  const rung = ({ level, action, before, at }: CasePreview['clocks'][number]['rungs'][number]): string => {
    const change = before === undefined ? 'comes' : at === undefined ? 'gone' : 'moved';
    return t(`acts.does.rung.${change}`, { level, action: text(action), before: when(before), at: when(at) });
  };
  const plain = (value: unknown): string =>
    value === null ? t('acts.does.noValue') : JSON.stringify(value).slice(0, LONGEST_VALUE);
  const ends = (): readonly string[] => {
    if (of.ended === undefined) return [];
    const { outcome } = of.ended;
    return [
      outcome === undefined
        ? t('acts.does.endsPlain')
        : t('acts.does.ends', { outcome: outcomeName(outcome) }),
    ];
  };
  return [
    ...say(
      'opens',
      of.opens.map(({ name, office, holder, dueAt }) =>
        named(name, text(office), text(holder) || undefined, when(dueAt)),
      ),
    ),
    ...say(
      'cancels',
      of.cancels.map(({ name, office, holder }) => named(name, text(office), text(holder) || undefined)),
    ),
    ...say(
      'documents',
      of.documents.map((title) => text(title)),
    ),
    ...say(
      'documentsKept',
      of.documentsKept.map(({ number, title }) => named(title, number)),
    ),
    ...clocks,
    ...of.clocks
      .filter(({ rungs }) => rungs.length > 0)
      .map(({ name, rungs }) =>
        t('acts.does.rungs', { name: text(name), items: rungs.map(rung).join(t('acts.does.and')) }),
      ),
    ...say(
      'timersArmed',
      of.timers.armed.map(({ name, at }) => named(name, dateTime(at))),
    ),
    ...say(
      'timersGone',
      of.timers.gone.map(({ name, at }) => named(name, dateTime(at))),
    ),
    ...say(
      'values',
      of.values.map(({ name, before, after }) =>
        t('acts.does.value', { name, before: plain(before), after: plain(after) }),
      ),
    ),
    ...say(
      'waits',
      of.waits.map(({ name, holder }) => named(name, text(holder))),
    ),
    ...say(
      'incidents',
      of.incidents.map(({ name, message }) => named(name, message)),
    ),
    ...ends(),
  ];
}
