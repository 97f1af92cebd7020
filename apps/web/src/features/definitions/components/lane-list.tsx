import { useTranslation } from 'react-i18next';
import type { ProcessXml } from '../../diagram/process-xml.js';
import { RecordTable } from '../../../ui/record-table.js';

interface Lane {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly string[];
}

const duties = ['userTask', 'serviceTask', 'sendTask', 'receiveTask'];

/** Who takes part, and with which steps. */
export function LaneList({ process }: { readonly process: ProcessXml }) {
  const { t } = useTranslation();
  const lanes: readonly Lane[] = process.lanes.map(({ id, name, nodes }) => ({
    id,
    name,
    steps: nodes.flatMap((node) => {
      const element = process.elements.get(node);
      return element !== undefined && duties.includes(element.kind) ? [element.name] : [];
    }),
  }));
  return (
    <RecordTable
      label={t('definitions.lanes')}
      records={lanes}
      idOf={({ id }) => id}
      columns={[
        { heading: t('definitions.lane'), cell: ({ name }) => <span className="nowrap">{name}</span> },
        { heading: t('definitions.stepCount'), className: 'right', cell: ({ steps }) => steps.length },
        { heading: t('definitions.steps'), cell: ({ steps }) => steps.join(t('definitions.listComma')) },
      ]}
    />
  );
}
