import type { Expression } from '@lianban/expressions/dmn';
import { useTranslation } from 'react-i18next';
import { DecisionRules } from './decision-rules.js';
import { partsOf } from './parts-of.js';
import { WideTable } from './wide-table.js';

interface BoxedLogicProps {
  readonly logic: Expression | undefined;
  /** What the logic stands for: the caption of its table. */
  readonly caption: string;
}

/** A boxed expression (DMN 1.5 §10.2), from the outside in: tables as tables, everything else part by part. */
export function BoxedLogic({ logic, caption }: BoxedLogicProps) {
  const { t } = useTranslation();
  if (logic === undefined) return <p className="quiet">{t('definitions.decision.noLogic')}</p>;
  switch (logic.kind) {
    case 'literal':
      return <pre className="code decision-text">{logic.text}</pre>;
    case 'decisionTable':
      return <DecisionRules table={logic} caption={caption} />;
    case 'relation':
      return (
        <WideTable caption={caption}>
          <thead>
            <tr>
              {logic.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {logic.rows.map((row, at) => (
              <tr key={row.id ?? at}>
                {row.items.map((item, column) => (
                  <td key={item.id ?? column}>
                    <BoxedLogic logic={item} caption={logic.columns[column]?.name ?? caption} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      );
    default:
      return (
        <WideTable caption={`${caption} · ${t(`definitions.decision.boxed.${logic.kind}`)}`}>
          <tbody>
            {partsOf(logic).map(({ name, role, value }, at) => {
              const heading = name ?? t(`definitions.decision.part.${role}`, { no: at + 1 });
              return (
                <tr key={heading}>
                  <th scope="row">{heading}</th>
                  <td>
                    {typeof value === 'string' ? (
                      <span className="code">{value}</span>
                    ) : (
                      <BoxedLogic logic={value} caption={heading} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </WideTable>
      );
  }
}
