import type { DecisionTable } from '@lianban/expressions/dmn';
import { useTranslation } from 'react-i18next';
import { WideTable } from './wide-table.js';

/** A decision table: conditions on the left, what follows on the right, remarks last. */
export function DecisionRules({
  table,
  caption,
}: {
  readonly table: DecisionTable;
  readonly caption: string;
}) {
  const { t } = useTranslation();
  const { inputs, outputs, annotations, rules, hitPolicy, aggregation } = table;
  const policy = t(`definitions.decision.policy.${hitPolicy.replace(' ', '_')}`);
  const gathered = aggregation === undefined ? '' : ` · ${t(`definitions.decision.gather.${aggregation}`)}`;
  return (
    <WideTable caption={`${caption} · ${policy}${gathered}`}>
      <thead>
        <tr>
          <th scope="col">{t('definitions.stepNo')}</th>
          {inputs.map(({ id, label, expression, allowed }, at) => (
            <th key={id ?? at} scope="col">
              <span className="quiet">{t('definitions.decision.input')}</span>
              <Heading label={label} code={expression.text} type={expression.typeRef} allowed={allowed} />
            </th>
          ))}
          {outputs.map(({ id, label, name, typeRef, allowed }, at) => (
            <th key={id ?? at} scope="col" className="is-output">
              <span className="quiet">{t('definitions.decision.output')}</span>
              <Heading
                label={label ?? name ?? caption}
                code={label === undefined ? undefined : name}
                type={typeRef}
                allowed={allowed}
              />
            </th>
          ))}
          {annotations.map((name, at) => (
            <th key={`${name} ${at}`} scope="col">
              <span className="quiet">{t('definitions.decision.annotation')}</span>
              <Heading label={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, at) => (
          <tr key={rule.id ?? at}>
            <th scope="row">{at + 1}</th>
            {rule.tests.map(({ id, text }, column) => (
              <td key={id ?? column}>
                {text.trim() === '-' || text.trim() === '' ? (
                  <span className="quiet">{t('definitions.decision.anything')}</span>
                ) : (
                  <span className="code">{text}</span>
                )}
              </td>
            ))}
            {rule.outputs.map(({ id, text }, column) => (
              <td key={id ?? column} className="is-output code">
                {text}
              </td>
            ))}
            {annotations.map((name, column) => (
              <td key={`${name} ${column}`} className="is-remark">
                {rule.annotations[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

interface HeadingProps {
  readonly label?: string | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly allowed?: string | undefined;
}

function Heading({ label, code, type, allowed }: HeadingProps) {
  return (
    <>
      {label !== undefined && <div>{label}</div>}
      {code !== undefined && code !== label && <div className="code">{code}</div>}
      {type !== undefined && <div className="code quiet">{type}</div>}
      {allowed !== undefined && <div className="code quiet">{allowed}</div>}
    </>
  );
}
