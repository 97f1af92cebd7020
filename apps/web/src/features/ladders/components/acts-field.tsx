import type { RungAct } from '@lianban/contracts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLadderWords } from '../use-ladder-words.js';

/** Acts to choose from, as a ladder usually words them; an act with other details is offered as it is. */
const USUAL: readonly RungAct[] = [
  { kind: 'remind' },
  { kind: 'remind', channels: ['push', 'sms', 'call'] },
  { kind: 'mark', mark: 'due-soon' },
  { kind: 'mark', mark: 'warning' },
  { kind: 'mark', mark: 'overdue' },
  { kind: 'letter' },
  { kind: 'supervision-order', answerWithin: 3 },
  { kind: 'supervision-order', answerWithin: 5 },
  { kind: 'ledger-entry' },
  { kind: 'criticism-candidate' },
  { kind: 'agenda-item', meeting: 'county', session: 'ordinary' },
  { kind: 'agenda-item', meeting: 'city', session: 'ordinary' },
  { kind: 'agenda-item', meeting: 'county', session: 'special' },
  { kind: 'agenda-item', meeting: 'city', session: 'special' },
  { kind: 'call-chain', everyMinutes: 5 },
  { kind: 'flash-report' },
  { kind: 'proposal', of: 'accountability-advice' },
  { kind: 'proposal', of: 'talk' },
  { kind: 'proposal', of: 'assessment-deduction' },
  { kind: 'proposal', of: 'accountability-case' },
];

interface ActsFieldProps {
  readonly level: string;
  readonly value: readonly RungAct[];
  readonly onChange: (acts: RungAct[]) => void;
}

export function ActsField({ level, value, onChange }: ActsFieldProps) {
  const { t } = useTranslation();
  const words = useLadderWords();
  const known = new Map([...USUAL, ...value].map((act) => [words.act(act), act]));
  return (
    <Select<string[]>
      className="rung-acts"
      mode="multiple"
      aria-label={t('ladders.edit.acts', { level })}
      value={value.map((act) => words.act(act))}
      options={[...known.keys()].map((label) => ({ value: label, label }))}
      onChange={(labels) => onChange(labels.flatMap((label) => known.get(label) ?? []))}
    />
  );
}
