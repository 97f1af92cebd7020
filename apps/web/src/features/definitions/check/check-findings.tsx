import type { Diagnostic } from '@lianban/bpmn-compiler/judge';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcessXml } from '../../diagram/process-xml.js';
import { ProblemList, type PublishProblem } from '../components/publish-problems.js';

/** The server tells so many; more are nobody's reading. */
const TOLD = 200;

interface CheckFindingsProps {
  readonly findings: readonly Diagnostic[];
  readonly process: ProcessXml | undefined;
  readonly selected: PublishProblem | undefined;
  readonly onSelect: (problem: PublishProblem) => void;
}

/** Before it is published: what would refuse it, and what may be meant otherwise. */
export function CheckFindings({ findings, process, selected, onSelect }: CheckFindingsProps) {
  const { t } = useTranslation();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const kind = errors.length > 0 ? 'refused' : warnings.length > 0 ? 'doubtful' : 'sound';
  const list = (some: readonly Diagnostic[]) => (
    <ProblemList
      problems={some.slice(0, TOLD).map(({ severity: _how, path, ...finding }) => ({
        ...finding,
        ...(path === undefined ? {} : { way: path }),
      }))}
      process={process}
      selected={selected}
      onSelect={onSelect}
    />
  );
  return (
    <div className="stack">
      <Alert
        role="status"
        type={({ refused: 'error', doubtful: 'warning', sound: 'success' } as const)[kind]}
        showIcon
        title={t(`definitions.checked.${kind}`, { errors: errors.length, warnings: warnings.length })}
        description={t(`definitions.checked.${kind}Next`)}
      />
      {errors.length > 0 && list(errors)}
      {warnings.length > 0 && (
        <>
          <h3>{t('definitions.checked.warnings')}</h3>
          {list(warnings)}
        </>
      )}
    </div>
  );
}
