import type { CompletionPreview, Text2 } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';

/** What a legal act will do, line by line; what it does not touch is not mentioned. */
export function Consequences({
  of,
  stepName,
}: {
  readonly of: CompletionPreview;
  readonly stepName: string;
}) {
  const lines = useLines(of, stepName);
  return (
    <ul className="consequences">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useLines(of: CompletionPreview, stepName: string): readonly string[] {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const outcomeName = useOutcomeName();
  const say = (key: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [t(`tasks.confirm.${key}`, { items: items.join('; ') })];
  const at = ({ name, office }: { readonly name: Text2; readonly office: Text2 }, dueAt?: string): string =>
    dueAt === undefined
      ? t('tasks.confirm.toPlain', { name: text(name), office: text(office) })
      : t('tasks.confirm.to', { name: text(name), office: text(office), due: dateTime(dueAt) });
  const clocks = (...changes: readonly string[]): readonly string[] =>
    of.clocks
      .filter(({ change }) => changes.includes(change))
      .map(({ name, dueAt }) =>
        dueAt === undefined || changes.includes('met')
          ? text(name)
          : t('tasks.confirm.until', { name: text(name), due: dateTime(dueAt) }),
      );
  const ends = (): readonly string[] => {
    if (of.ended === undefined) return [];
    const { outcome } = of.ended;
    return [
      outcome === undefined
        ? t('tasks.confirm.endsPlain')
        : t('tasks.confirm.ends', { outcome: outcomeName(outcome) }),
    ];
  };
  return [
    t('tasks.confirm.closes', { name: stepName }),
    ...say(
      'opens',
      of.opens.map((task) => at(task, task.dueAt)),
    ),
    ...say(
      'cancels',
      of.cancels.map((task) => at(task)),
    ),
    ...say(
      'documents',
      of.documents.map((title) => text(title)),
    ),
    ...say('clocksMet', clocks('met', 'cancelled')),
    ...say('clocksStopped', clocks('stopped')),
    ...say('clocksStarted', clocks('started', 'resumed')),
    ...say('clocksGoOn', clocks('goes-on')),
    ...say(
      'waits',
      of.waits.map((wait) =>
        t('tasks.confirm.toPlain', { name: text(wait.name), office: text(wait.holder) }),
      ),
    ),
    ...ends(),
  ];
}
