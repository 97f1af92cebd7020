import type { Text2 } from '@lianban/contracts';
import { Form, Select } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText2 } from '../../../i18n/use-language.js';
import { useProcessXml } from '../../diagram/process-diagram.js';
import { readProcess } from '../../diagram/process-xml.js';

export interface Unmapped {
  readonly node: string;
  readonly name: Text2;
}

/** What choosing another step can mend. */
const MENDED = ['MIGRATION.UNMAPPED', 'MIGRATION.TYPE_CHANGED', 'MIGRATION.OUTSIDE'];

/** Steps that were ever found without a counterpart stay listed, so that a choice can be changed. */
export const withFound = (
  known: readonly Unmapped[],
  findings: readonly (Unmapped & { readonly code: string })[],
): readonly Unmapped[] => [
  ...known,
  ...findings.filter(
    ({ code, node }, at) =>
      MENDED.includes(code) &&
      known.every((other) => other.node !== node) &&
      findings.findIndex((other) => other.node === node && MENDED.includes(other.code)) === at,
  ),
];

interface StepMappingProps {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly Unmapped[];
  readonly mapping: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void;
}

export function StepMapping({ from, to, steps, mapping, onChange }: StepMappingProps) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <div role="group" aria-label={t('migrations.mapping')} className="step-mapping">
      <b>{t('migrations.mapping')}</b>
      <p className="quiet">{t('migrations.mappingHint')}</p>
      {steps.map((step) => (
        <Counterpart
          key={step.node}
          from={from}
          to={to}
          step={step}
          value={mapping[step.node]}
          onChange={(target) => {
            const { [step.node]: _, ...others } = mapping;
            onChange(target === undefined ? others : { ...others, [step.node]: target });
          }}
        />
      ))}
    </div>
  );
}

interface CounterpartProps {
  readonly from: string;
  readonly to: string;
  readonly step: Unmapped;
  readonly value: string | undefined;
  readonly onChange: (target: string | undefined) => void;
}

/** Only a step of the same kind can take the place of another. */
function Counterpart({ from, to, step, value, onChange }: CounterpartProps) {
  const { t } = useTranslation();
  const text = useText2();
  const id = useId();
  const kind = useProcess(from)?.elements.get(step.node)?.kind;
  const process = useProcess(to);
  const targets = [...(process?.elements.values() ?? [])].filter((element) => element.kind === kind);
  return (
    <Form.Item label={t('migrations.counterpart', { name: text(step.name) })} htmlFor={id} required>
      <Select
        id={id}
        allowClear
        value={value ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next: string | undefined) => onChange(next)}
        options={targets.map((target) => ({
          value: target.id,
          label: [target.stepNo, target.name || target.id, target.lane].filter(Boolean).join(' · '),
        }))}
      />
    </Form.Item>
  );
}

function useProcess(definitionId: string) {
  const language = useLanguage();
  const { data } = useProcessXml(definitionId);
  return useMemo(() => (data === undefined ? undefined : readProcess(data, language)), [data, language]);
}
