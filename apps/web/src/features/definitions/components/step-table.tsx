import { useTranslation } from 'react-i18next';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';
import type { ProcessStep, StepClock } from '../read-steps.js';
import { StepRules } from './step-rules.js';

interface StepTableProps {
  readonly steps: readonly ProcessStep[];
  readonly selected: string | undefined;
  readonly onSelect: (elementId: string) => void;
}

/** Nobody in an office reads BPMN first: the same process as a list of steps. */
export function StepTable({ steps, selected, onSelect }: StepTableProps) {
  const { t, i18n } = useTranslation();
  const time = ({ amount, unit }: StepClock): string =>
    t(`definitions.unit.${unit}`, { count: Number(amount) });
  const kind = (code: string): string =>
    i18n.exists(`definitions.kind.${code}`) ? t(`definitions.kind.${code}`) : code;
  const columns: readonly RecordColumn<ProcessStep>[] = [
    { heading: t('definitions.stepNo'), cell: ({ stepNo }) => stepNo },
    {
      heading: t('definitions.step'),
      cell: (step) => (
        <button type="button" className="link-button" onClick={() => onSelect(step.id)}>
          {step.name || step.id}
        </button>
      ),
    },
    { heading: t('definitions.lane'), cell: ({ lane }) => lane },
    { heading: t('definitions.stepKind'), className: 'nowrap', cell: (step) => kind(step.kind) },
    {
      heading: t('definitions.limit'),
      cell: ({ clocks }) => clocks.map((clock) => <div key={clock.name}>{time(clock)}</div>),
    },
    {
      heading: t('definitions.basis'),
      cell: ({ clocks }) =>
        clocks.map((clock) => (
          <div key={clock.name}>
            {t(`definitions.clockKind.${clock.kind}`)} · {clock.basis}
          </div>
        )),
    },
    {
      heading: t('definitions.ladder'),
      className: 'nowrap',
      cell: ({ clocks }) => clocks.map((clock) => <div key={clock.name}>{clock.ladder}</div>),
    },
    {
      heading: t('definitions.outcomes'),
      cell: ({ outcomes }) => outcomes.join(t('definitions.listComma')),
    },
    ...(steps.some(({ rules }) => rules.length > 0)
      ? [
          {
            heading: t('definitions.rules'),
            cell: ({ rules }: ProcessStep) => (rules.length === 0 ? null : <StepRules rules={rules} />),
          },
        ]
      : []),
  ];
  return (
    <RecordTable
      label={t('definitions.steps')}
      columns={columns}
      records={steps}
      idOf={({ id }) => id}
      selectedId={selected}
    />
  );
}
